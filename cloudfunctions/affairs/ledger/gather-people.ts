import type { PersonFacts } from '#domain/money/reconcile-facts'
import { leavings } from '#domain/register/events'
import { grouped } from '#affairs/intake/writing/grouped'
import type { AtWork } from '#kernel/jobs/kind'
import type { Db } from '#store/db/collection'
import { findIn } from '#store/db/read'
import type { Payment } from '#store/money/money'
import { events, households, persons, type Household } from '#store/people/register'
import { deathsOf } from '../alerts/vital-facts'
import type { OnePerson } from '../persons/one-person'

export type On = Pick<AtWork, 'db' | 'keys' | 'county' | 'moment'>

/** What decides whether the people whom rows pay were to be paid, by the entry that is kept of each. */
export async function peopleOf(on: On, one: OnePerson, rows: readonly Payment[]): Promise<Map<string, PersonFacts>> {
  const ids = [...new Set(rows.map(({ personId }) => one.keptOf(personId)))]
  const found = await findIn(on.db, persons, '_id', ids, ['onRegister'])
  const off = found.filter(({ onRegister }) => !onRegister).map(({ _id }) => _id)
  const [left, deaths] = await Promise.all([
    findIn(on.db, events, 'personId', one.withOthers(off), ['personId', 'on'], { kind: { $in: leavings } }),
    deathsOf(on, one.withOthers(ids)),
  ])
  const exits = grouped(left, ({ personId }) => one.keptOf(personId))
  const died = new Map([...deaths].map(([id, death]) => [one.keptOf(id), death.on]))
  return new Map(
    found.map(({ _id, onRegister }) => [
      _id,
      { onRegister, exits: (exits.get(_id) ?? []).map((event) => event.on), diedOn: died.get(_id) },
    ]),
  )
}

/** Where households live. */
export async function placesOf(
  db: Db,
  of: readonly { householdId: string | null }[],
): Promise<Map<string, Pick<Household, 'townCode' | 'villageCode'>>> {
  const ids = of.flatMap(({ householdId }) => householdId ?? [])
  const homes = await findIn(db, households, '_id', ids, ['townCode', 'villageCode'])
  return new Map(homes.map(({ _id, townCode, villageCode }) => [_id, { townCode, villageCode }]))
}
