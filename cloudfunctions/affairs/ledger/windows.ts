import type { Month } from '#domain/time/dates'
import { pageLimit, type Collection, type Db, type Stored } from '#store/db/collection'
import { find } from '#store/db/read'

/** By whose records a month is gone through: first those of households, then those of people who are in none. */
export type Whose = 'householdId' | 'personId'

/** What of several collections belongs to the same few owners; `last`: the one that the next window begins behind. */
export interface Window<Lists> {
  lists: Lists
  last: string | undefined
}

type OfMonth = Stored & { month: Month; householdId: string | null; personId: string }

/**
 * The next owners' records of a month from each of these collections, in the order of the owners' ids: as far as the shortest of those
 * lists reaches that are cut off, so that whatever is given of an owner is all there is.
 */
export async function windowOf<Lists extends OfMonth[][]>(
  db: Db,
  { month, whose, after }: { month: Month; whose: Whose; after: string },
  of: { [List in keyof Lists]: Collection<Lists[List][number]> },
  size = pageLimit,
): Promise<Window<Lists>> {
  const filter = { month, ...(whose === 'personId' && { householdId: null }), [whose]: { $gt: after } }
  const lists = await Promise.all(
    (of as Collection<OfMonth>[]).map((one) => find(db, one, filter, { order: [[whose, 'asc']], limit: size })),
  )
  const ends = lists.filter((list) => list.length === size).map((list) => endOf(list.map((one) => one[whose]!)))
  const last = ends.sort()[0]
  const within = last === undefined ? lists : lists.map((list) => list.filter((one) => one[whose]! <= last))
  return { lists: within as Lists, last }
}

/** The last owner of a list that may be cut off whose records are all in it; of one owner alone, that one. */
function endOf(owners: readonly string[]): string {
  const cut = owners.at(-1)!
  return owners.filter((one) => one < cut).at(-1) ?? cut
}
