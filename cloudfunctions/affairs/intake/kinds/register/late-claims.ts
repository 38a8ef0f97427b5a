import type { Day } from '#domain/time/dates'
import type { Db } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { listings, type Listing } from '#store/people/listings'
import { claimsOf, newHouseholdId, type Claiming, type Former } from './claim-households'

/** What earlier lists of another day said of people whom a newer list names already, or about whom somebody has decided since. */
export interface Around {
  /** The household that each was in by the newest list up to the day. */
  before: Map<string, Former>
  /** The first list after it that names each. */
  after: Map<string, Listing>
  /** Households that lists up to the day name. */
  knownBefore: Set<string>
}

/** Reads it, for a list of day `on` that comes late. */
export async function listsAround(db: Db, personIds: string[], on: Day, into: Around): Promise<void> {
  const found = await findIn(db, listings, 'personIds', personIds)
  const wanted = new Set(personIds)
  const dayBefore = new Map<string, Day>()
  const dayAfter = new Map<string, Day>()
  for (const list of found)
    for (const said of list.said) {
      const known = said.on <= on
      if (known) into.knownBefore.add(list.householdId)
      for (const id of list.personIds.filter((one) => wanted.has(one))) {
        if (known && said.on >= (dayBefore.get(id) ?? '')) {
          dayBefore.set(id, said.on)
          into.before.set(id, { _id: list.householdId, headId: list.headId, villageCode: list.villageCode })
        }
        if (!known && said.on <= (dayAfter.get(id) ?? '9999')) {
          dayAfter.set(id, said.on)
          into.after.set(id, list)
        }
      }
    }
}

/**
 * The id of each household of a list: that of the former one that it goes on with; of a list that comes late, that of the later one which
 * would have gone on with it, had the lists come in the order of their days; else a new one.
 */
export function claimAround(
  listed: Claiming[],
  formerOf: (personId: string) => Former | undefined,
  { after, knownBefore }: Around,
  on: Day,
): string[] {
  const ids = claimsOf(listed, formerOf)
  const taken = new Set(ids)
  const open = listed.flatMap((home, i) => (ids[i] === undefined ? [{ home, i }] : []))
  const rowOf = new Map(
    open.flatMap(({ home, i }) =>
      home.memberIds.map((id) => [id, { _id: String(i), headId: home.headId, villageCode: home.villageCode }] as const),
    ),
  )
  const later = new Map(
    [...rowOf.keys()].flatMap((id) => {
      const list = after.get(id)
      return list && !knownBefore.has(list.householdId) && !taken.has(list.householdId) ? [[list.householdId, list] as const] : []
    }),
  )
  const homes = [...later.values()].sort((a, b) => a._id.localeCompare(b._id))
  const rows = claimsOf(
    homes.map(({ headId, personIds, villageCode }) => ({ headId, memberIds: personIds, villageCode })),
    (id) => rowOf.get(id),
  )
  rows.forEach((row, i) => {
    if (row !== undefined) ids[Number(row)] = homes[i]!.householdId
  })
  return ids.map((id, i) => id ?? newHouseholdId(listed[i]!.headId, on))
}
