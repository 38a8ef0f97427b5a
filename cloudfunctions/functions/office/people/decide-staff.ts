import type { office } from '#contract/office/actions'
import { isDutyRole } from '#domain/access/staff'
import { Refusal, refusals } from '#kernel/call/errors'
import { issueInvitation } from '#affairs/invitations/invitation'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { voidInvitations } from '#store/access/accounts'
import { changeStaff, dutyStaff, findStaff, insertStaff, type Staff } from '#store/access/staff'
import { changeWish, findWish, type StaffWish } from '#store/access/staff-wishes'
import { presentWish } from './present-wish'
import { mayDecideWish, maySeeWish, mayWithdrawWish, objectionTo, saidWishDeciders, standingsForWishes } from './staff-powers'

const gone = () => refusals.notFound('这一条刚刚已经有人办了，或者不归您办。请刷新后再看。')

/**
 * A second person says yes or no. With the yes comes the code, for the second person to hand over: who asked never sees it. What
 * opens the account today goes on until the code is used.
 */
export const decideStaff: Action<typeof office.decideStaff> = async ({ id, approve, why }, on) => {
  if (!approve && why === '') throw refusals.badInput('不同意，请写一句为什么，提的人看得到。')
  const one = (await on.caller()).staff!
  const wish = await findWish(on.db, id)
  const allowed = wish !== undefined && mayDecideWish(on.county, await standingsForWishes(on, [one], [wish]), one, wish)
  const objection = allowed && approve ? await objectionNow(on, one, wish) : undefined
  await record(on, 'office.decideStaff', allowed && objection === undefined, wish)
  if (objection !== undefined) throw refusals.badInput(objection)
  const changed = allowed
    ? await changeWish(
        on.db,
        id,
        { status: 'asked' },
        {
          status: approve ? 'approved' : 'refused',
          decidedBy: { staffId: one._id, name: one.name },
          decidedAt: on.moment.iso,
          why,
          ...(approve && one.role === 'head' && one.agencyId === wish.agencyId && { seenBy: { staffId: one._id, name: one.name } }),
        },
      )
    : undefined
  if (!changed) throw (wish && !allowed && (await sayWhoMay(on, one, wish))) || gone()
  const code = approve ? await letIn(on, one, changed) : {}
  return { wish: await presentWish(on, one, changed), ...code }
}

/** Taken back by whoever asked, or stopped by the colleague whom it is about: a code that was made for it opens nothing. */
export const withdrawStaff: Action<typeof office.withdrawStaff> = async ({ id }, on) => {
  const one = (await on.caller()).staff!
  const wish = await findWish(on.db, id)
  const allowed = wish !== undefined && mayWithdrawWish(one, wish)
  await record(on, 'office.withdrawStaff', allowed, wish)
  const own = one._id === wish?.staffId
  const changed = allowed
    ? await changeWish(on.db, id, { status: wish.status }, { status: 'withdrawn', why: own ? '本人说不是自己要的' : '提的人收回了' })
    : undefined
  if (!changed) throw gone()
  if (own) await voidInvitations(on.db, one._id, on.moment.iso)
  return { wish: await presentWish(on, one, changed) }
}

/** The head has seen whom others let in. */
export const seeStaff: Action<typeof office.seeStaff> = async ({ id }, on) => {
  const one = (await on.caller()).staff!
  const wish = await findWish(on.db, id)
  const allowed = wish !== undefined && maySeeWish(one, wish)
  await record(on, 'office.seeStaff', allowed, wish)
  const changed = allowed ? await changeWish(on.db, id, { seenBy: null }, { seenBy: { staffId: one._id, name: one.name } }) : undefined
  if (!changed) throw gone()
  return { wish: await presentWish(on, one, changed) }
}

const record = async (on: On, action: string, granted: boolean, wish: StaffWish | undefined): Promise<void> =>
  recordLook(on, await on.caller(), { action, granted, ...(wish && { reason: `${wish.name} ${wish.role}${wish.isNew ? '' : ' 重发'}` }) })

/** What speaks against it by now, or from the start for this second person. */
async function objectionNow(on: On, one: Staff, wish: StaffWish): Promise<string | undefined> {
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
async function letIn(
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

/** To a colleague who sees that it waits, and may not decide it: who may. */
async function sayWhoMay(on: On, one: Staff, wish: StaffWish): Promise<Refusal | undefined> {
  if (wish.status !== 'asked' || (one.agencyId !== wish.agencyId && one.agencyId !== on.county.duties.data)) return undefined
  const deciders = (await saidWishDeciders(on, [wish])).get(wish._id)
  return new Refusal(
    'not-allowed',
    `这条不能由您来同意：要两个人，提的人、本人，谁邀请的、谁重发过邀请码的、谁看到过邀请码的，都不算另一个人。能同意的：${deciders}。`,
  )
}
