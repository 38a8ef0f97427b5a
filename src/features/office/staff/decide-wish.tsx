import { useState } from 'react'
import type { StaffWishRow } from '#contract/office/staffing'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { TextBox } from '../../../ui/desk/text-box'
import { Notice } from '../../../ui/read/notice'
import { useHandover } from './handover'
import { useDecideStaff } from './use-staff'

/** Yes or no to letting somebody in. The code that comes with a yes is shown above all lists, since the wish then leaves this place. */
export function DecideWish({ wish }: { wish: StaffWishRow }) {
  const decide = useDecideStaff()
  const handOver = useHandover()
  const [why, setWhy] = useState('')
  const [fault, setFault] = useState<string>()
  const trouble = fault ?? sayTrouble(decide.error)
  const answer = (approve: boolean) => {
    const wrong = !approve && why.trim() === '' ? '不同意，请写一句为什么，提的人看得到。' : undefined
    setFault(wrong)
    if (wrong === undefined)
      decide.mutate(
        { id: wish.id, approve, why },
        {
          onSuccess: ({ code, until }) => {
            if (code !== undefined && until !== undefined) handOver({ wish, code, until })
          },
        },
      )
  }
  return (
    <div className="form">
      <p>{`${wish.isNew ? '请先核实有这个人、是这个身份' : `请先找${wish.name}本人核实，确实是他要的`}。同意后邀请码在您这里，由您当面交给他，不要交给${wish.askedBy}转。`}</p>
      <TextBox id={`wish-why-${wish.id}`} label="您的意见（不同意时必填）" maxLength={300} value={why} onChange={setWhy} />
      <div className="form__end">
        <Press
          id={`wish-approve-${wish.id}`}
          kind="main"
          name={`同意给${wish.name}邀请码`}
          busy={decide.isPending && '正在记下…'}
          onPress={() => answer(true)}
        >
          同意，给我邀请码
        </Press>
        <Press
          id={`wish-refuse-${wish.id}`}
          name={`不同意给${wish.name}邀请码`}
          busy={decide.isPending && '正在记下…'}
          onPress={() => answer(false)}
        >
          不同意
        </Press>
      </div>
      {trouble !== undefined && (
        <Notice id="wish-decide-trouble" kind="wrong">
          {trouble}
        </Notice>
      )}
    </div>
  )
}
