import { useState } from 'react'
import type { GrantRow } from '#contract/office/granting'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { TextLines } from '../../../ui/desk/text-lines'
import { Notice } from '../../../ui/read/notice'
import { useDecide } from './use-grants'

/** Yes or no to a grant that somebody else asked for. A no needs a reason; a yes may have one. */
export function Decide({ grant, onDone }: { grant: GrantRow; onDone: () => void }) {
  const decide = useDecide()
  const [why, setWhy] = useState('')
  const [fault, setFault] = useState<string>()
  const trouble = fault ?? sayTrouble(decide.error)
  const answer = (approve: boolean) => {
    const wrong = !approve && why.trim().length < 2 ? '不同意，请写一句原因，申请的人看得到。' : undefined
    setFault(wrong)
    if (wrong === undefined) decide.mutate({ id: grant.id, approve, why }, { onSuccess: onDone })
  }
  return (
    <div className="form">
      <div className="form__fields">
        <p>{`申请的理由：${grant.reason}`}</p>
        <TextLines id="grant-why" label="您的意见（不同意时必填）" maxLength={300} rows={2} value={why} onChange={setWhy} />
      </div>
      <div className="form__end">
        <Press id={`grant-approve-${grant.id}`} kind="main" busy={decide.isPending && '正在记下…'} onPress={() => answer(true)}>
          同意
        </Press>
        <Press id={`grant-refuse-${grant.id}`} busy={decide.isPending && '正在记下…'} onPress={() => answer(false)}>
          不同意
        </Press>
        <Press id="grant-close" kind="quiet" onPress={onDone}>
          先不定
        </Press>
      </div>
      {trouble !== undefined && (
        <Notice id="grant-decide-trouble" kind="wrong">
          {trouble}
        </Notice>
      )}
    </div>
  )
}
