import { versionsOf, type Keys } from '#kernel/seal/keys'
import type { Collection, Db, Stored } from '#store/db/collection'
import { findIn } from '#store/db/read'

/**
 * Every document whose blind index is one of these, each given as every key version has it. The versions are asked one after the
 * other, oldest first: a rotation moves documents to the newest meanwhile, and none slips by.
 */
export async function findIndexed<T extends Stored>(
  db: Db,
  of: Collection<T>,
  keys: Keys,
  field: string,
  indexes: string[][],
  fields: string[],
  filter = {},
): Promise<T[]> {
  const all = indexes.flat()
  const found = new Map<string, T>()
  for (const version of versionsOf(keys)) {
    for (const document of await findIn(
      db,
      of,
      field,
      all.filter((index) => index.startsWith(version)),
      fields,
      filter,
    ))
      found.set(document._id, document)
  }
  return [...found.values()]
}

/** Which text an index stands for, by the index under any key version: the index as it is written now. */
export const presentIndexes = (indexes: string[][]): Map<string, string> =>
  new Map(indexes.flatMap((each) => each.map((index) => [index, each[0]!] as const)))
