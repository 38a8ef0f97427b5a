import type { Category } from './register'
import type { Day } from '../time/dates'
import { isComing, isLeaving, type HomeThen, type RegisterFact } from './events'
import { hasCome, inOrder, placeOfEvent } from './order'

export interface PersonThen {
  onRegister: boolean
  householdId: string | null
  relation: string | null
}

/** The register of a day. */
export interface RegisterThen {
  persons: Map<string, PersonThen>
  homes: Map<string, HomeThen>
}

/** The register of a day, from nothing but its events, in whatever order they are given; without a day, as it is by all of them. */
export function registerOn(events: readonly RegisterFact[], day?: Day): RegisterThen {
  const then: RegisterThen = { persons: new Map(), homes: new Map() }
  const ofPerson = new Map<string, RegisterFact[]>()
  for (const event of events) {
    const own = ofPerson.get(event.personId)
    if (own) own.push(event)
    else ofPerson.set(event.personId, [event])
  }
  const come = events
    .filter(({ on, repeats }) => !repeats && (day === undefined || hasCome(on, day)))
    .map((event) => ({ event, place: placeOfEvent(event, ofPerson.get(event.personId)) }))
  for (const { event } of come.sort((a, b) => inOrder(a.place, b.place))) happen(then, event)
  return then
}

function happen(then: RegisterThen, event: RegisterFact): void {
  const { kind, personId, householdId, relation, home } = event
  if (householdId && home && !isLeaving(kind) && !then.homes.has(householdId)) then.homes.set(householdId, { ...home })
  if (kind === 'category' || kind === 'moved' || kind === 'head') return changeHome(then, event)
  const person = then.persons.get(personId) ?? { onRegister: false, householdId: null, relation: null }
  then.persons.set(personId, person)
  if (isLeaving(kind)) person.onRegister = false
  else if (kind === 'relation') person.relation = event.to ?? null
  else {
    if (isComing(kind)) person.onRegister = true
    if (householdId) person.householdId = householdId
    if (relation !== undefined) person.relation = relation
  }
}

function changeHome(then: RegisterThen, { kind, householdId, to }: RegisterFact): void {
  const home = then.homes.get(householdId ?? '')
  if (!home || to === undefined) return
  if (kind === 'category') home.category = to as Category
  else if (kind === 'moved') home.villageCode = to
  else home.headId = to
}
