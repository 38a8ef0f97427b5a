import { monthOf, type Month } from '#domain/time/dates'
import { placedUnder } from '#affairs/grants/listed-under'
import { moneySeenBy } from '#affairs/ledger/seen-by'
import type { Filter } from '#store/db/collection'
import { find, findIn } from '#store/db/read'
import { claims, type Claim } from '#store/money/claims'
import { households, type Household } from '#store/people/register'
import type { Reading } from './table-kind'

/** A due of a household in the place that is asked for. */
export interface PlacedClaim {
  claim: Claim
  home: Household
}

const atOnce = 500

/**
 * The dues of the months asked for whose household stands in the place asked for, month by month and village by village: of the programmes
 * that are the grant's agency's, of finance and discipline all. `after`: goes on behind this place in the order.
 */
export async function* placedClaims({ on, grant, asked }: Reading, after?: string): AsyncGenerator<PlacedClaim> {
  const placed = { $and: placedUnder(grant, asked)! }
  const area = asked.area ?? grant.area
  const wanted: Filter[] = [
    moneySeenBy(on.county, grant),
    { month: { $gte: monthOf(asked.from!), $lte: monthOf(asked.until!) } },
    { villageCode: { $gte: area, $lte: `${area}~` } },
  ]
  for (let behind = after; ;) {
    const found = await find(
      on.db,
      claims,
      { $and: [...wanted, ...beyond(behind)] },
      {
        order: [
          ['month', 'asc'],
          ['villageCode', 'asc'],
          ['_id', 'asc'],
        ],
        limit: atOnce,
      },
    )
    const ids = found.flatMap(({ householdId }) => householdId ?? [])
    const homes = new Map((await findIn(on.db, households, '_id', ids, undefined, placed)).map((home) => [home._id, home]))
    for (const claim of found) {
      const home = homes.get(claim.householdId ?? '')
      if (home) yield { claim, home }
    }
    const last = found.at(-1)
    if (!last || found.length < atOnce) return
    behind = placeOfClaim(last)
  }
}

export const placeOfClaim = ({ month, villageCode, _id }: Claim): string => [month, villageCode, _id].join('/')

function beyond(place: string | undefined): Filter[] {
  if (place === undefined) return []
  const [month, villageCode, ...rest] = place.split('/') as [Month, string, ...string[]]
  const id = rest.join('/')
  return [
    {
      $or: [{ month: { $gt: month } }, { month, villageCode: { $gt: villageCode } }, { month, villageCode, _id: { $gt: id } }],
    },
  ]
}
