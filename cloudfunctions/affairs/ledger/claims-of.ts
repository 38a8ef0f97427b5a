import type { Month } from '#domain/time/dates'
import type { Filter } from '#store/db/collection'
import { findEach } from '#store/db/read'
import { batchLines } from '#store/money/batches'
import type { Claim } from '#store/money/claims'
import { entitlements } from '#store/money/entitlements'
import { payments } from '#store/money/money'
import { gatherClaims, type Gathered } from './gather'
import type { On } from './gather-people'
import { asClaim } from './keep-claims'

/** The dues of one household, its members' own too, from a month on, as they stand this moment: the newest month first. */
export const claimsOf = async (on: On, householdId: string, since: Month): Promise<Claim[]> =>
  (await gatherWhere(on, { householdId, month: { $gte: since } }))
    .map((one) => asClaim(one, on.moment))
    .sort((a, b) => b.month.localeCompare(a.month) || a._id.localeCompare(b._id))

/** Every due of which a record matches: what one household or person has, so little that it is read at once. */
async function gatherWhere(on: On, filter: Filter): Promise<Gathered[]> {
  const [rows, rules, lines] = await Promise.all([
    findEach(on.db, payments, filter, ['personId', 'householdId', 'programme', 'period']),
    findEach(on.db, entitlements, filter),
    findEach(on.db, batchLines, { ...filter, paymentId: null }),
  ])
  return gatherClaims(on, { rows, rules, lines })
}
