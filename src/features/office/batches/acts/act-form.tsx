import type { BatchFile } from '#contract/office/batches'
import type { Day } from '#domain/time/dates'
import { Form } from '../../../../ui/desk/form'
import { Press } from '../../../../ui/desk/press'
import { TextBox } from '../../../../ui/desk/text-box'
import { TextLines } from '../../../../ui/desk/text-lines'
import { TotpBox } from '../../../../ui/desk/totp-box'
import { useKeptDraft } from '../../../../ui/desk/use-kept-draft'
import { useSending } from '../../../../ui/desk/use-sending'
import { sayTotals } from '../batch-words'
import { useDoing } from '../use-batches'
import type { Act, Draft } from './act-given'
import { actNames, faultOf, send, wantedFor } from './act-given'

interface Props {
  act: Act
  file: BatchFile
  today: Day
  onDone: (words: string) => void
  onClose: () => void
}

/** Asks again before anything is done, with how many lines and how much money; what was typed stays when it does not get through. */
export function ActForm({ act, file, today, onDone, onClose }: Props) {
  const { name, id, totals } = file.row
  const { draft, set, clear } = useKeptDraft<Draft>(`batch ${act} ${id}`, { words: '', on: today, lines: '', amount: '', totp: '' })
  const doing = useDoing(
    () => send(act, file, draft),
    () => {
      clear()
      onDone(`“${actNames[act]}”办好了。`)
    },
  )
  const { trouble, onSend } = useSending(
    () => faultOf(act, draft, file),
    () => doing.mutate(undefined, { onError: () => set('totp')('') }),
    doing.error,
  )
  const { asks, label, hint, then } = wantedFor[act]
  return (
    <Form
      id={`batch-${act}`}
      send={asks.includes('repeat') ? actNames[act] : `${actNames[act]}：${sayTotals(totals)}`}
      busy={doing.isPending && '正在办…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id="batch-act-close" kind="quiet" onPress={onClose}>
          先不办
        </Press>
      }
    >
      <p id="batch-asks" className="batch__asks">{`${name}，${sayTotals(totals)}。${then}`}</p>
      {asks.includes('repeat') && (
        <div className="batch__repeat">
          <TextBox
            id="batch-lines-repeated"
            label="交给银行的是多少行"
            hint="照银行收下的单子写，不要照屏幕抄。"
            digits
            maxLength={9}
            value={draft.lines}
            onChange={set('lines')}
          />
          <TextBox id="batch-amount-repeated" label="一共多少元" maxLength={18} value={draft.amount} onChange={set('amount')} />
        </div>
      )}
      {asks.includes('on') && <TextBox id="batch-on" label="哪一天" type="date" max={today} value={draft.on} onChange={set('on')} />}
      {asks.includes('words') && (
        <TextLines id="batch-words" label={label} hint={hint} maxLength={500} rows={2} value={draft.words} onChange={set('words')} />
      )}
      {asks.includes('totp') && <TotpBox id="batch-totp" value={draft.totp} onChange={set('totp')} />}
    </Form>
  )
}
