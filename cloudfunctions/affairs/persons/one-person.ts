import type { Db } from '#store/db/collection'
import { findEach } from '#store/db/read'
import { persons } from '#store/people/register'

/** Entries that were decided to be one person. */
export interface OnePerson {
  /** The entry that is kept, of whichever of a person's. */
  keptOf(id: string): string
  /** These, and whatever other entries the same people have. */
  withOthers(ids: readonly string[]): string[]
  /** The other entries of those whose kept one is asked for. */
  othersOf(isAsked: (keptId: string) => boolean): string[]
}

/** Of everybody: they are few. */
export async function onePerson(db: Db): Promise<OnePerson> {
  const kept = new Map((await findEach(db, persons, { sameAs: { $gt: '' } }, ['sameAs'])).map(({ _id, sameAs }) => [_id, sameAs!]))
  const others = new Map<string, string[]>()
  for (const [id, keptId] of kept) others.set(keptId, [...(others.get(keptId) ?? []), id])
  const keptOf = (id: string): string => kept.get(id) ?? id
  return {
    keptOf,
    withOthers: (ids) => [...new Set(ids.flatMap((id) => [keptOf(id), ...(others.get(keptOf(id)) ?? [])]))],
    othersOf: (isAsked) => [...others].flatMap(([keptId, ids]) => (isAsked(keptId) ? ids : [])),
  }
}
