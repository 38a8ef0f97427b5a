import { countDay, type DayCount } from '#domain/register/count-day'
import type { HomeThen, RegisterFact } from '#domain/register/events'
import { registerOn, type PersonThen } from '#domain/register/replay'
import type { Day } from '#domain/time/dates'
import type { Keys } from '#kernel/seal/keys'
import type { Db } from '#store/db/collection'
import { findEach, pages } from '#store/db/read'
import { events, households, persons, type RegisterEvent } from '#store/people/register'
import { decidedOf } from '../stated/decided'

const said = [
  'kind',
  'personId',
  'householdId',
  'on',
  'from',
  'to',
  'relation',
  'home',
  'decidedAt',
  'after',
  'derived',
  'repeats',
  'place',
]

/** All that has happened on the register, without anybody's reasons. */
export const allEvents = async (db: Db): Promise<RegisterEvent[]> => findEach(db, events, {}, said)

/** The register of a day, counted from its events. */
export const registerOfDay = async (db: Db, day: Day): Promise<DayCount> => countDay(await allEvents(db), day, (code) => code.slice(0, 9))

/** Where the register that is stored is otherwise than what its events come to, by document id. */
export interface Difference {
  persons: string[]
  households: string[]
}

/**
 * Holds what is stored against what all events come to, document by document. What a person decided between departments (a village, a
 * category) goes before what lists say and is no event of the register: there it is left out.
 */
export async function differencesToStored({ db, keys }: { db: Db; keys: Keys }, happened: readonly RegisterFact[]): Promise<Difference> {
  const then = registerOn(happened)
  const different: Difference = { persons: [], households: [] }
  const inUse = new Set<string>()
  for await (const page of pages(db, persons, {}, { fields: ['onRegister', 'householdId'] }))
    for (const { _id, onRegister, householdId } of page) {
      if (householdId !== null) inUse.add(householdId)
      if (!samePerson(then.persons.get(_id), { onRegister, householdId })) different.persons.push(_id)
    }
  const fields = ['villageCode', 'category', 'headId']
  for await (const page of pages(db, households, {}, { fields })) {
    const own = page.filter(({ _id }) => inUse.has(_id))
    const decided = await decidedOf(
      { db, keys },
      own.map(({ headId }) => headId),
    )
    for (const { _id, ...home } of own) {
      const about = (field: string) => decided.has(`${home.headId}.${field}`)
      if (!sameHome(then.homes.get(_id), home, about)) different.households.push(_id)
    }
  }
  return different
}

/** Of whoever is on no register, it is nobody's business here with which household their records lie. */
const samePerson = (then: PersonThen | undefined, now: Pick<PersonThen, 'onRegister' | 'householdId'>): boolean =>
  (then?.onRegister ?? false) === now.onRegister && (!now.onRegister || then?.householdId === now.householdId)

const sameHome = (then: HomeThen | undefined, now: HomeThen, decided: (field: string) => boolean): boolean =>
  then !== undefined &&
  then.headId === now.headId &&
  (then.villageCode === now.villageCode || decided('home')) &&
  (then.category === now.category || decided('category'))
