import type { Day } from '#domain/time/dates'
import { collection, index, type Db } from '../db/collection'
import { find, findById } from '../db/read'
import { insert, remove, updateOne } from '../db/write'
import { countUp } from '../db/count-up'

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
  /** Keyed fingerprint of the first step, for a phone that asks again; null where it sent no key. */
  step: string | null
  until: string
  usedAt: string | null
}
export const bindings = collection<Binding>('bindings', [index('digits'), index('step'), index('until')])

export const insertBinding = (db: Db, binding: Binding) => insert(db, bindings, binding)

/** Those that wait under these digits, under any key version: right and wrong ones. */
export const findWaiting = (db: Db, digits: string[], now: string): Promise<Binding[]> =>
  find(db, bindings, { digits: { $in: digits }, usedAt: null, until: { $gt: now } }, { limit: 20 })

/** The one that this very step began, while it waits. */
export const findStep = async (db: Db, step: string, now: string): Promise<Binding | undefined> =>
  (await find(db, bindings, { step, usedAt: null, until: { $gt: now } }, { limit: 1 }))[0]

/** How many wait at these households now, whether what was filled in is right or not. */
export const countWaiting = async (db: Db, householdIds: readonly string[], now: string): Promise<number> =>
  (await find(db, bindings, { until: { $gt: now }, usedAt: null }, { fields: ['householdId'] })).filter(
    ({ householdId }) => householdId !== null && householdIds.includes(householdId),
  ).length

/** Uses it up; false if it was used meanwhile. */
export const useBinding = async (db: Db, id: string, now: string): Promise<boolean> =>
  (await updateOne(db, bindings, { _id: id, usedAt: null, until: { $gt: now } }, { $set: { usedAt: now } })) !== undefined

/** How often something was tried: `_id` names day, what and who. `by`: the staff who confirmed. */
export interface Tries {
  _id: string
  count: number
  day: Day
  by?: string[]
}
export const tries = collection<Tries>('tries', [index('day')])

/** Counts one more try and gives how many there are now. Atomic: tries at once are all counted. */
export const countTry = async (db: Db, what: string, who: string, day: Day): Promise<number> =>
  (await countUp(db, tries, { _id: `${day}/${what}/${who}`, count: 1, day }, { $inc: { count: 1 } })).count

const wrongId = (home: string, day: Day) => `${day}/bind-wrong/${home}`

/** A grid worker confirmed a wrong filling-in for a household. Atomic, like every count. */
export const countWrong = async (db: Db, home: string, by: string, day: Day): Promise<number> =>
  (await countUp(db, tries, { _id: wrongId(home, day), count: 1, day, by: [by] }, { $inc: { count: 1 }, $addToSet: { by } })).count

/** The wrong ones of today. */
export const findWrong = (db: Db, home: string, day: Day): Promise<Tries | undefined> => findById(db, tries, wrongId(home, day))

/** Lets a household try again. */
export const forgetWrong = (db: Db, home: string, day: Day): Promise<number> => remove(db, tries, { _id: wrongId(home, day) })
