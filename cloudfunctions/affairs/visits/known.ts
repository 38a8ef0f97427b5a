import { standingOf, type Standing, type VisitContent } from '#domain/work/visits'
import type { On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import { findIn } from '#store/db/read'
import { visits, type Visit } from '#store/work/visits'

export const contentOf = (keys: On['keys'], { contentSealed }: Pick<Visit, 'contentSealed'>): VisitContent =>
  JSON.parse(open(keys, contentSealed)) as VisitContent

export type StandingByField = Map<string, Standing[]>

/** What stands of each of these households after all its visits. A household that none has changed anything of is not in it. */
export async function standingsOf({ db, keys }: Pick<On, 'db' | 'keys'>, householdIds: string[]): Promise<Map<string, StandingByField>> {
  const changed = await findIn(db, visits, 'householdId', householdIds, ['householdId', 'on', 'contentSealed'], { changed: true })
  const byHome = groupByHome(changed)
  return new Map(
    [...byHome].map(([id, all]) => [
      id,
      standingOf(all.map((one) => ({ _id: one._id, on: one.on, changes: contentOf(keys, one).changes }))),
    ]),
  )
}

function groupByHome(all: readonly Visit[]): Map<string, Visit[]> {
  const groups = new Map<string, Visit[]>()
  for (const one of all) groups.set(one.householdId, [...(groups.get(one.householdId) ?? []), one])
  return groups
}
