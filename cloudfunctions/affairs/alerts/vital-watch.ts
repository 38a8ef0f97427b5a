import { deadOnRegister, movedOutOnRegister, type OnRegisterStill } from '#domain/alerts/detectors/died-or-left'
import { findEach, findIn } from '#store/db/read'
import { households, persons } from '#store/people/register'
import { vitalEvents } from '#store/people/vital'
import type { AtWork } from '#kernel/jobs/kind'
import { onePerson } from '../persons/one-person'
import { eventFields, heldEvents } from './vital-facts'
import type { Watch } from './watch'

/** Deaths and moves of people who are on the register: a scope is a sixteenth of the people, by the first character of their ids. */
export const vitalWatch: Watch = {
  detectors: ['dead_on_register', 'moved_out_on_register'],
  scopes: () => Promise.resolve(Array.from({ length: 16 }, (_, i) => i.toString(16))),
  async look(on, scope) {
    const people = await onRegisterStill(on, scope)
    const agencyId = on.county.sources.members
    return { dead_on_register: deadOnRegister(people, agencyId), moved_out_on_register: movedOutOnRegister(people, agencyId) }
  },
}

async function onRegisterStill({ db, keys }: AtWork, first: string): Promise<OnRegisterStill[]> {
  const { keptOf, othersOf } = await onePerson(db)
  const isHere = (id: string) => id.startsWith(first)
  // What lists say by another number of a person is about the entry that is kept.
  const [own, byOthers] = await Promise.all([
    findEach(db, vitalEvents, { personId: { $gte: first, $lt: `${first}~` } }, eventFields),
    findIn(db, vitalEvents, 'personId', othersOf(isHere), eventFields),
  ])
  const all = new Map([...own, ...byOthers].map((event) => [event._id, { ...event, personId: keptOf(event.personId) }]))
  const events = await heldEvents(
    { db, keys },
    [...all.values()].filter(({ personId }) => isHere(personId)),
  )
  const ids = events.map(({ personId }) => personId)
  const people = await findIn(db, persons, '_id', ids, ['householdId'], { onRegister: true })
  const homes = await findIn(
    db,
    households,
    '_id',
    people.flatMap(({ householdId }) => householdId ?? []),
    ['townCode', 'villageCode'],
  )
  const homeOf = new Map(homes.map((home) => [home._id, home]))
  const eventsOf = new Map<string, typeof events>()
  for (const event of events) eventsOf.set(event.personId, [...(eventsOf.get(event.personId) ?? []), event])
  return people.flatMap(({ _id: personId, householdId }) => {
    const home = homeOf.get(householdId ?? '')
    if (!home) return []
    const { _id, townCode, villageCode } = home
    return [{ personId, townCode, villageCode, householdId: _id, events: eventsOf.get(personId)! }]
  })
}
