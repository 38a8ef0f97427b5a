import { createHash } from 'node:crypto'
import type { Day } from '#domain/time/dates'
import type { Household } from '#store/people/register'

/** A listed household as far as its identity goes, by person ids. */
export interface Claiming {
  headId: string
  memberIds: string[]
  villageCode: string
}

/** A household as it stood before. */
export type Former = Pick<Household, '_id' | 'headId' | 'villageCode'>

/**
 * The id of each listed household: that of the former household whose head heads it still, or is in it; else, within one village,
 * of one that its head or another member was in (its own head died, say). Each former household is claimed once, so one that was split
 * stays with its head, and somebody who married into another village takes none along. The others get a new id, which follows from head
 * and day: an import done again, while requests of the one cut off may still arrive, makes the same household and not a twin.
 */
export const claimHouseholds = (listed: Claiming[], formerOf: (personId: string) => Former | undefined, on: Day): string[] =>
  claimsOf(listed, formerOf).map((id, i) => id ?? newHouseholdId(listed[i]!.headId, on))

/** The same, where nothing stands for a household that was not there before. */
export function claimsOf(listed: Claiming[], formerOf: (personId: string) => Former | undefined): (string | undefined)[] {
  const claimed = new Set<string>()
  const ids: (string | undefined)[] = listed.map(() => undefined)
  const fits: ((household: Claiming, personId: string, former: Former) => boolean)[] = [
    ({ headId }, personId, former) => personId === headId && former.headId === personId,
    (_, personId, former) => former.headId === personId,
    ({ headId, villageCode }, personId, former) => personId === headId && former.villageCode === villageCode,
    ({ villageCode }, _, former) => former.villageCode === villageCode,
  ]
  for (const fit of fits) {
    listed.forEach((household, i) => {
      if (ids[i]) return
      const former = household.memberIds.flatMap((personId) => {
        const home = formerOf(personId)
        return home && !claimed.has(home._id) && fit(household, personId, home) ? [home] : []
      })[0]
      if (!former) return
      ids[i] = former._id
      claimed.add(former._id)
    })
  }
  return ids
}

export const newHouseholdId = (headId: string, on: Day): string =>
  createHash('sha256')
    .update(JSON.stringify(['household', headId, on]))
    .digest('hex')
    .slice(0, 24)
