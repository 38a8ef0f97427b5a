import { isDutyRole } from '#domain/access/staff'
import { issueInvitation } from '#affairs/invitations/invitation'
import type { On } from '#kernel/call/on'
import { voidInvitations } from '#store/access/accounts'
import { changeStaff, dutyStaff, findStaff, insertStaff, type Staff } from '#store/access/staff'
import type { StaffWish } from '#store/access/staff-wishes'
import { objectionTo } from './staff-powers'

/** What speaks against it by now, or from the start for this second person. */
export async function objectionNow(on: On, one: Staff, wish: StaffWish): Promise<string | undefined> {
  const asker = await findStaff(on.db, wish.askedBy.staffId)
  if (asker?.status !== 'active') return `提的人（${wish.askedBy.name}）已经停用了，这一条不能再同意。请单位另一位负责人重新提。`
  const about = wish.isNew ? undefined : await findStaff(on.db, wish.staffId)
  if (!wish.isNew && (!about || about.status === 'removed')) return `${wish.name}已经停用了，不能再发邀请码。`
  return (await objectionTo(wish, asker.agencyId, on)) ?? objectionToBoth(on, one, wish)
}

/** Head and data officer of an agency check each other: whoever was shown the codes of both could be both. */
async function objectionToBoth({ db }: On, one: Staff, { role, agencyId, agency, staffId }: StaffWish): Promise<string | undefined> {
  if (!isDutyRole(role)) return undefined
  const other = (await dutyStaff(db, [agencyId])).find(
    (each) => each.role !== role && each._id !== staffId && each.shownTo?.includes(one._id),
  )
  return other && `${agency}的${other.name}，邀请码也是您拿到的。一把手和管理专员互相把关，两个人的邀请码不能都经您的手，请另一位来同意。`
}

/** The account, if it is new; who stands behind it from now on; and the code. Codes made before open nothing any more. */
export async function letIn(
  on: On,
  one: Staff,
  { role, name, agencyId, agency, areas, workerId, staffId, isNew, askedBy }: StaffWish,
): Promise<{ code: string; until: string }> {
  const { db, moment } = on
  if (isNew) {
    await insertStaff(db, {
      _id: staffId,
      role,
      name,
      agencyId,
      agency,
      areas,
      workerId,
      status: 'invited',
      invitedBy: askedBy.staffId,
      shownTo: [one._id],
      since: moment.iso,
      pledge: null,
      removed: null,
    })
  } else {
    await changeStaff(db, { _id: staffId }, { $addToSet: { resetBy: askedBy.staffId, shownTo: one._id } })
    await voidInvitations(db, staffId, moment.iso)
  }
  return issueInvitation(on, { kind: 'staff', staffId })
}
