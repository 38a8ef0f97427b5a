import type { Day } from '#domain/dates'
import { collection, find, index, insert, updateOne, type Db } from './collection'
import { countUp } from './count-up'

/** A phone that wants to be bound to the person of a card, waiting for a grid worker. Made whether or not what was filled in is right. */
export interface Binding {
  _id: string
  accountId: string
  /** Null for a card that does not exist. */
  householdId: string | null
  personId: string | null
  /** Keyed fingerprint of household and six digits. */
  digits: string
  /** Whether what was filled in is that person's; told to nobody but a grid worker who enters the digits. */
  matches: boolean
  until: string
  usedAt: string | null
}
export const bindings = collection<Binding>('bindings', [index('digits'), index('until')])

export const insertBinding = (db: Db, binding: Binding) => insert(db, bindings, binding)

/** The right one that is waiting under these digits, under any key version. */
export const findWaiting = async (db: Db, digits: string[], now: string): Promise<Binding | undefined> =>
  (await find(db, bindings, { digits: { $in: digits }, usedAt: null, matches: true, until: { $gt: now } }, { limit: 1 }))[0]

/** How many wait at these households now, whether what was filled in is right or not. */
export const countWaiting = async (db: Db, householdIds: readonly string[], now: string): Promise<number> =>
  (await find(db, bindings, { until: { $gt: now }, usedAt: null }, { fields: ['householdId'] })).filter(({ householdId }) => householdId !== null && householdIds.includes(householdId)).length

/** Uses it up; false if it was used meanwhile. */
export const useBinding = async (db: Db, id: string, now: string): Promise<boolean> =>
  (await updateOne(db, bindings, { _id: id, usedAt: null, until: { $gt: now } }, { $set: { usedAt: now } })) !== undefined

/** How often something was tried: `_id` names day, what and who. */
export interface Tries { _id: string; count: number; day: Day }
export const tries = collection<Tries>('tries', [index('day')])

/** Counts one more try and gives how many there are now. Atomic: tries at once are all counted. */
export const countTry = async (db: Db, what: string, who: string, day: Day): Promise<number> =>
  (await countUp(db, tries, { _id: `${day}/${what}/${who}`, count: 1, day }, { $inc: { count: 1 } })).count
