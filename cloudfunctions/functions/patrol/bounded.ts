import type { Collection, Db, Filter, Stored } from '#store/db/collection'
import { find } from '#store/db/read'
import { inParts } from '#store/db/turns'
import { remove as removeAll } from '#store/db/write'

const atOnce = 500
/** Documents of one kind that one round removes at most: a round ends well within a function's time, and the next goes on. */
export const mostPerRound = 5000

/** Removes what matches, in small steps and at most so many; how many. */
export async function removeSome<T extends Stored>(db: Db, of: Collection<T>, filter: Filter): Promise<number> {
  let removed = 0
  while (removed < mostPerRound) {
    const found = await find(db, of, filter, { limit: atOnce, fields: ['_id'] })
    if (found.length === 0) break
    removed += await removeAll(db, of, { _id: { $in: found.map(({ _id }) => _id) } })
    if (found.length < atOnce) break
  }
  return removed
}

/** Removes what one field names by these values, in parts. */
export async function removeOf<T extends Stored>(db: Db, of: Collection<T>, field: string, values: readonly string[]): Promise<number> {
  let removed = 0
  for (const part of inParts([...values], atOnce)) removed += await removeSome(db, of, { [field]: { $in: part } })
  return removed
}
