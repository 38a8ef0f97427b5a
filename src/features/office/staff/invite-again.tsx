import { useState } from 'react'
import type { StaffRow } from '#contract/office/staffing'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { TextBox } from '../../../ui/desk/text-box'
import { Notice } from '../../../ui/read/notice'
import { useAskStaff } from './use-staff'

/**
 * Somebody cannot come in any more: another telephone, a forgotten passphrase. One asks, another agrees; until the new code is
 * used all stays as it is.
 */
export function InviteAgain({ row: { id, name } }: { row: StaffRow }) {
  const asking = useAskStaff()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const trouble = sayTrouble(asking.error)
  if (asking.data)
    return <Notice id={`staff-again-asked-${id}`}>{`提上去了，等另一个人同意。能同意的：${asking.data.wish.deciders ?? ''}。`}</Notice>
  if (!open)
    return (
      <Press id={`staff-again-${id}`} kind="quiet" name={`重发邀请码给${name}`} onPress={() => setOpen(true)}>
        重发邀请码
      </Press>
    )
  return (
    <div className="entry">
      <TextBox
        id={`staff-again-why-${id}`}
        label={`${name}为什么要重发`}
        hint="例如：换了手机。要另一个人同意，邀请码给他；本人和一把手都看得到是谁提的。"
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
      <div className="form__end">
        <Press
          id={`staff-again-send-${id}`}
          kind="main"
          busy={asking.isPending && '正在提交…'}
          onPress={() => asking.mutate({ staffId: id, reason })}
        >
          提交
        </Press>
        <Press id={`staff-again-close-${id}`} kind="quiet" onPress={() => setOpen(false)}>
          不重发了
        </Press>
      </div>
      {trouble !== undefined && <Notice kind="wrong">{trouble}</Notice>}
    </div>
  )
}
