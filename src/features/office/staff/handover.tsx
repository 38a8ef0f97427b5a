import { createContext, useContext } from 'react'
import type { StaffWishRow } from '#contract/office/staffing'
import { isWorkerRole } from '#domain/access/staff'
import { OneTimeCode } from '../../../ui/desk/one-time-code'

/** A code that its second person has to hand over. */
export interface Handover {
  wish: StaffWishRow
  code: string
  until: string
}

export const HandoverSlot = createContext<(one: Handover) => void>(() => undefined)
export const useHandover = () => useContext(HandoverSlot)

export const HandoverCode = ({ one: { wish, code, until }, onDone }: { one: Handover; onDone: () => void }) => (
  <OneTimeCode
    id="staff-code"
    code={code}
    until={until}
    words={`给 ${wish.name} 的一次性邀请码，请当面交给本人，不要经过${wish.askedBy}。请本人${isWorkerRole(wish.role) ? '在手机上打开小康码，到“我的”里输入' : '在办公电脑上打开小康码办公登录，点“用邀请码开通”'}：`}
    onDone={onDone}
  />
)
