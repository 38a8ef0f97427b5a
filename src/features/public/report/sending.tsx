import { useState } from 'react'
import { View } from '@tarojs/components'
import { county } from '../../../services/built-in/county'
import type { Sealed } from '../../../services/keep/report-drafts'
import { eraseDraft } from '../../../services/keep/report-drafts'
import { useUnsaved } from '../../../services/keep/unsaved'
import { AskTwice } from '../../../ui/act/ask-twice'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { piecesOf } from './send'
import { useSending } from './use-sending'

interface Props {
  sealed: Sealed
  /** Whether the phone had room for it: otherwise it is lost with this page. */
  kept: boolean
  onDone: () => void
  onDropped: () => void
}

/** Piece by piece to the county, with how far it is. When the network goes, what is left stays sealed on the phone. */
export function Sending({ sealed, kept, onDone, onDropped }: Props) {
  const { sent, busy, queueing, trouble, go } = useSending(sealed, onDone)
  useUnsaved(!kept)
  const all = piecesOf(sealed)
  return (
    <Card title={busy ? '正在送' : '还没有送完'}>
      <View className="choices">
        <View
          id="progress"
          className="choices__words"
          role="status"
        >{`这一封分 ${all} 段送，送到了 ${sent} 段${busy ? '。请不要离开这一页' : `，还剩 ${all - sent} 段`}`}</View>
        <View className="progress" aria-hidden="true">
          <View className="progress__done" style={{ width: `${Math.round((sent / all) * 100)}%` }} />
        </View>
        {queueing && (
          <Notice
            id="send-queue"
            kind="needs-you"
          >{`现在送的人多，手机在排队，会自己接着送，请不要离开。急的话，打 ${county.reports.phone}。`}</Notice>
        )}
        {!kept && <Notice kind="needs-you">这部手机存不下封好的举报。送完之前不要关掉，关掉就没有了。</Notice>}
        {!busy && (
          <Button
            id="send-on"
            onPress={() => {
              void go()
            }}
          >
            继续送
          </Button>
        )}
        {trouble !== undefined && (
          <Notice id="send-trouble" kind="wrong">
            {trouble}
          </Notice>
        )}
        {!busy && <DropDraft onDropped={onDropped} />}
      </View>
    </Card>
  )
}

/** A sealed message that nobody will send: asked twice, for it cannot be brought back. */
export function DropDraft({ onDropped }: { onDropped: () => void }) {
  const [busy, setBusy] = useState(false)
  const drop = () => {
    setBusy(true)
    eraseDraft()
    onDropped()
  }
  return (
    <AskTwice
      id="drop"
      first="丢掉它"
      question="丢掉以后找不回来，县里也收不全。真的丢掉？"
      second="丢掉"
      busy={busy && '正在丢掉…'}
      onSure={drop}
    />
  )
}
