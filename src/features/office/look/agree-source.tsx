import { useState } from 'react'
import type { SourceAnswer } from '#contract/supervision/source'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { TextLines } from '../../../ui/desk/text-lines'
import { Notice } from '../../../ui/read/notice'
import { useAnswerSource } from './use-look'
import type { Whose } from './whose'

/** Yes or no to what a colleague asked; `own`: whoever asked takes it back. */
export function AgreeSource({ whose, own, onDone }: { whose: Whose; own: boolean; onDone: (answer: SourceAnswer) => void }) {
  const answering = useAnswerSource(onDone)
  const [why, setWhy] = useState('')
  const [fault, setFault] = useState<string>()
  const trouble = fault ?? sayTrouble(answering.error)
  const busy = answering.isPending && '正在记下…'
  const answer = (approve: boolean) => {
    const wrong = !approve && !own && why.trim() === '' ? '不同意，请写一句为什么，提的人看得到。' : undefined
    setFault(wrong)
    if (wrong === undefined) answering.mutate({ ...whose, approve, why })
  }
  return (
    <div className="form">
      {!own && <TextLines id="agree-source-why" label="您的意见（不同意时必填）" maxLength={300} rows={2} value={why} onChange={setWhy} />}
      <div className="form__end">
        {!own && (
          <Press id="agree-source" kind="main" busy={busy} onPress={() => answer(true)}>
            同意
          </Press>
        )}
        <Press id="refuse-source" kind={own ? 'quiet' : 'second'} busy={busy} onPress={() => answer(false)}>
          {own ? '收回，不提了' : '不同意'}
        </Press>
      </div>
      {trouble !== undefined && <Notice kind="wrong">{trouble}</Notice>}
    </div>
  )
}
