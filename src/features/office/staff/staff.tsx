import { useState } from 'react'
import type { DeskMe } from '#contract/office/desk'
import { today } from '../../../services/wire/clock'
import { useOfficeGrants } from '../../../services/desk/office-grants'
import { Press } from '../../../ui/desk/press'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { isDutyRole } from '#domain/access/staff'
import type { Handover } from './handover'
import { HandoverCode, HandoverSlot } from './handover'
import { Invite } from './invite'
import { StaffTable } from './staff-table'
import { useStaff } from './use-staff'
import { Wishes } from './wishes'

/** 人员: who works with the code, by invitation; nobody opens an account by themselves. */
export function Staff({ me }: { me: DeskMe }) {
  const query = useStaff()
  const places = useOfficeGrants()
  const [inviting, setInviting] = useState(false)
  const [handover, setHandover] = useState<Handover>()
  const invites = isDutyRole(me.role)
  return (
    <>
      <div className="room-top">
        <Heading level={1}>人员</Heading>
        {invites && !inviting && (
          <Press id="staff-invite-open" kind="main" onPress={() => setInviting(true)}>
            邀请一个人
          </Press>
        )}
      </div>
      <WhenReady query={query} words="正在取名单…">
        {({ staff, wishes, agencies }) => (
          <HandoverSlot.Provider value={setHandover}>
            {handover && <HandoverCode one={handover} onDone={() => setHandover(undefined)} />}
            {inviting && <Invite agencies={agencies} areas={places.data?.choices.areas ?? []} onClose={() => setInviting(false)} />}
            <Wishes wishes={wishes} today={today()} />
            {staff.length === 0 ? (
              <Empty>还没有人员。点“邀请一个人”，另一个人同意后把邀请码当面交给本人，本人开通后就在这里。</Empty>
            ) : (
              <StaffTable staff={staff} today={today()} invites={invites} />
            )}
          </HandoverSlot.Provider>
        )}
      </WhenReady>
    </>
  )
}
