import type { StaffWishRow } from '#contract/office/staffing'
import { villageName } from '#domain/place/divisions'
import type { On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import type { StaffWish } from '#store/access/staff-wishes'
import { mayDecideWish, maySeeWish, mayWithdrawWish, saidWishDeciders, standingsForWishes } from './staff-powers'

/** Wishes for staff as officers see them, with what this one may do with each, and who may decide. */
export async function presentWishes(on: On, one: Staff, wishes: readonly StaffWish[]): Promise<StaffWishRow[]> {
  if (wishes.length === 0) return []
  const [known, deciders] = await Promise.all([
    standingsForWishes(
      on,
      [one],
      wishes.filter(({ status }) => status === 'asked'),
    ),
    saidWishDeciders(on, wishes),
  ])
  return wishes.map((wish) => ({
    id: wish._id,
    staffId: wish.staffId,
    isNew: wish.isNew,
    name: wish.name,
    role: wish.role,
    agency: wish.agency,
    areas: wish.areas.map((code) => villageName(on.county, code)),
    reason: [wish.reason, wish.why].filter(Boolean).join('；'),
    askedBy: wish.askedBy.name,
    askedAt: wish.askedAt,
    state: wish.status,
    ...(wish.decidedBy && { decidedBy: wish.decidedBy.name }),
    ...(wish.decidedAt && { decidedAt: wish.decidedAt }),
    ...(deciders.has(wish._id) && { deciders: deciders.get(wish._id) }),
    can: { decide: mayDecideWish(on.county, known, one, wish), withdraw: mayWithdrawWish(one, wish), see: maySeeWish(one, wish) },
  }))
}

export const presentWish = async (on: On, one: Staff, wish: StaffWish): Promise<StaffWishRow> => (await presentWishes(on, one, [wish]))[0]!
