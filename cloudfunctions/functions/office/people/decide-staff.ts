import type { office } from '#contract/office/actions'
import { dataOfficePosts } from '#domain/access/posts'
import { stateAfter } from '#domain/work/transitions'
import { wishActs } from '#domain/work/staff-wishes'
import { act, type Act } from '#kernel/act'
import { Refusal, refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import { voidInvitations } from '#store/access/accounts'
import type { Staff } from '#store/access/staff'
import { changeWish, findWish, type StaffWish } from '#store/access/staff-wishes'
import { letIn, objectionNow } from './let-in'
import { presentWish } from './present-wish'
import { mayDecideWish, maySeeWish, mayWithdrawWish, saidWishDeciders, standingsForWishes } from './staff-powers'

/**
 * A second person says yes or no. With the yes comes the code, for the second person to hand over: who asked never sees it. What
 * opens the account today goes on until the code is used.
 */
export const decideStaff: Action<typeof office.decideStaff> = async ({ id, approve, why }, on) => {
  if (!approve && why === '') throw refusals.badInput('不同意，请写一句为什么，提的人看得到。')
  const wish = await change(on, id, {
    action: 'office.decideStaff',
    who: `由那个单位的一把手，或${dataOfficePosts(on.county)}来同意`,
    may: async (wish, one) => mayDecideWish(on.county, await standingsForWishes(on, [one], [wish]), one, wish),
    whoMay: (wish, one) => sayWhoMay(on, one, wish),
    become: async (wish, one) => {
      const objection = approve ? await objectionNow(on, one, wish) : undefined
      if (objection !== undefined) throw refusals.badInput(objection)
      return {
        status: stateAfter(wishActs, approve ? 'approve' : 'refuse', wish.status),
        decidedBy: { staffId: one._id, name: one.name },
        decidedAt: on.moment.iso,
        why,
        ...(approve && one.role === 'head' && one.agencyId === wish.agencyId && { seenBy: { staffId: one._id, name: one.name } }),
      }
    },
  })
  const one = (await on.caller()).staff!
  const code = approve ? await letIn(on, one, wish) : {}
  return { wish: await presentWish(on, one, wish), ...code }
}

/** Taken back by whoever asked, or stopped by the colleague whom it is about: a code that was made for it opens nothing. */
export const withdrawStaff: Action<typeof office.withdrawStaff> = async ({ id }, on) => {
  const one = (await on.caller()).staff!
  const isOwn = ({ staffId }: StaffWish): boolean => staffId === one._id
  const wish = await change(on, id, {
    action: 'office.withdrawStaff',
    who: '由提的人，或者要邀请的那位本人来收回',
    may: (wish) => mayWithdrawWish(one, wish),
    become: (wish) => ({
      status: stateAfter(wishActs, isOwn(wish) ? 'stop' : 'withdraw', wish.status),
      why: isOwn(wish) ? '本人说不是自己要的' : '提的人收回了',
    }),
  })
  if (isOwn(wish)) await voidInvitations(on.db, one._id, on.moment.iso)
  return { wish: await presentWish(on, one, wish) }
}

/** The head has seen whom others let in. */
export const seeStaff: Action<typeof office.seeStaff> = async ({ id }, on) => {
  const wish = await change(on, id, {
    action: 'office.seeStaff',
    who: '由那个单位的一把手来过目',
    may: (wish, one) => maySeeWish(one, wish),
    become: (_, { _id: staffId, name }) => ({ seenBy: { staffId, name } }),
  })
  return { wish: await presentWish(on, (await on.caller()).staff!, wish) }
}

type Deciding = Pick<Act<StaffWish, Partial<StaffWish>>, 'action' | 'may' | 'become' | 'whoMay'> & { who: string }

const change = (on: On, id: string, { who, ...deciding }: Deciding): Promise<StaffWish> =>
  act(on, {
    ...deciding,
    find: () => findWish(on.db, id),
    look: (wish) => ({
      about: { kind: 'staff-wish', id },
      ...(wish && { reason: `${wish.name} ${wish.role}${wish.isNew ? '' : ' 重发'}` }),
    }),
    change: (wish, to) => changeWish(on.db, wish, to),
    gone: () => refusals.notFound(`这一条刚刚已经有人办了，或者不归您办。请刷新后再看；${who}。`),
  })

/** To a colleague who sees that it waits, and may not decide it: who may. */
async function sayWhoMay(on: On, one: Staff, wish: StaffWish): Promise<Refusal | undefined> {
  if (wish.status !== 'asked' || (one.agencyId !== wish.agencyId && one.agencyId !== on.county.duties.data)) return undefined
  const deciders = (await saidWishDeciders(on, [wish])).get(wish._id)
  return new Refusal(
    'not-allowed',
    `这条不能由您来同意：要两个人，提的人、本人，谁邀请的、谁重发过邀请码的、谁看到过邀请码的，都不算另一个人。能同意的：${deciders}。`,
  )
}
