import { mayOpenScheme } from '#domain/work/scheme-powers'
import { isDutyRole } from '#domain/access/staff'
import { waitsForSecond } from '#domain/work/memberships'
import { startsOf } from '#domain/work/transitions'
import { schemeTransitions } from '#domain/work/schemes'
import type { On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import { count } from '#store/db/read'
import { memberships, schemes } from '#store/work/schemes'

/** Schemes and households in them that somebody else asked something about, and that wait for this officer to decide. */
export async function countSchemesWaiting({ db, county }: Pick<On, 'db' | 'county'>, one: Staff): Promise<number> {
  if (!mayOpenScheme(county, one) || !isDutyRole(one.role)) return 0
  const others = { askedBy: { $ne: one._id } }
  const counts = await Promise.all([
    count(db, schemes, { ...others, state: { $in: startsOf(schemeTransitions, 'approve') } }),
    count(db, memberships, { ...others, state: { $in: [...waitsForSecond] } }),
  ])
  return counts[0] + counts[1]
}
