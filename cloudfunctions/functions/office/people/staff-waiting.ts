import type { DeskMe } from '#contract/office/desk'
import { normOn } from '#domain/county/parameters'
import { daysAfter } from '#domain/time/dates'
import type { On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import { listWishes } from '#store/access/staff-wishes'
import { mayDecideWish, standingsForWishes, wishesFor } from './staff-powers'

/** Who asked of late to let this colleague in anew: for days, so that the desk of whoever did not want it has said so. */
export async function resetsOf({ db, county, moment }: On, one: Staff): Promise<DeskMe['resets']> {
  const since = `${daysAfter(moment.today, -normOn(county, 'reset-told-days', moment.today))}T00:00:00.000Z`
  const found = await listWishes(
    db,
    { staffId: one._id, isNew: false, used: { $ne: true }, $or: [{ status: 'asked' }, { status: 'approved', decidedAt: { $gte: since } }] },
    10,
  )
  return found.map(({ _id, askedBy, askedAt, decidedBy }) => ({
    id: _id,
    askedBy: askedBy.name,
    askedAt,
    ...(decidedBy && { approvedBy: decidedBy.name }),
  }))
}

/** Wishes that this officer may decide, and for a head those that others approved and that the head has not seen. */
export async function countStaffWaiting(on: On, one: Staff): Promise<number> {
  const mine = wishesFor(on.county, one)
  if (!mine) return 0
  const [asked, unseen] = await Promise.all([
    listWishes(on.db, mine),
    one.role === 'head' ? listWishes(on.db, { agencyId: one.agencyId, status: 'approved', seenBy: null }) : [],
  ])
  if (asked.length === 0) return unseen.length
  const known = await standingsForWishes(on, [one], asked)
  return asked.filter((wish) => mayDecideWish(on.county, known, one, wish)).length + unseen.length
}
