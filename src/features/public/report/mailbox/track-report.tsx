import { OpenedMailbox } from './opened-mailbox'
import { ReceiptEntry } from './receipt-entry'
import { TalkInstead } from '../talk-instead'
import { Unsent } from '../unsent'
import { useMailbox } from './use-mailbox'

/** Answers by receipt, on any device. */
export function TrackReport() {
  const { typed, type, mailbox, done, trouble, open, older, forget } = useMailbox()
  if (mailbox)
    return (
      <OpenedMailbox
        mailbox={mailbox}
        busy={done !== undefined}
        trouble={trouble}
        onOlder={() => {
          void older()
        }}
        onForget={forget}
      />
    )
  const busy = done !== undefined && (done < 1 ? `正在核对回执号… ${Math.round(done * 100)}%` : '正在打开…')
  return (
    <>
      <Unsent />
      <ReceiptEntry
        typed={typed}
        busy={busy}
        trouble={trouble}
        onChange={type}
        onDone={() => {
          void open()
        }}
      />
      <TalkInstead />
    </>
  )
}
