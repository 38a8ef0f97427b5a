import { createHash } from 'node:crypto'
import type { HomeThen, RegisterDecision, RegisterEventKind } from '#domain/register/events'
import { isDay, type Day } from '#domain/time/dates'
import type { On } from '#kernel/call/on'
import { digest } from '#kernel/seal/seal'
import { personDigest } from '../intake/writing/people'
import type { Household, Person, RegisterEvent } from '#store/people/register'
import type { Standing } from './standing'

export type Deciding = Pick<On, 'db' | 'keys' | 'county' | 'moment'>

/** A decision while it is being worked out: what stands, and what has happened so far. */
export interface Draft {
  to: Deciding
  decision: RegisterDecision
  /** Persons known by the identity numbers that the decision names. */
  ids: Map<string, string>
  standing: Standing
  /** Households that are new, or were empty. */
  fresh: Set<string>
  events: RegisterEvent[]
}

/** Writes down what happens to a person, or to a household under its head's name. `after`: the newest list that was known of it. */
export function happen(
  { to, decision, events }: Draft,
  kind: RegisterEventKind,
  personId: string,
  more: Pick<RegisterEvent, 'householdId' | 'from' | 'to' | 'relation' | 'home' | 'until' | 'after'>,
): void {
  const { on, reason, evidence, approver, caseId } = decision
  const event = { kind, personId, on, ...more, reason, evidence, approver, caseId }
  events.push({
    _id: createHash('sha256')
      .update(JSON.stringify(['case', caseId, kind, personId]))
      .digest('hex')
      .slice(0, 24),
    digest: digest(to.keys, 'row', JSON.stringify(event)),
    ...event,
    decidedAt: to.moment.iso,
  })
}

const homeThen = ({ villageCode, category, headId }: Household): HomeThen => ({ villageCode, category, headId })

/** Brings somebody into a household, on the register: whoever is on it already moves there, anybody else comes as `kind` says. */
export function bringIn(draft: Draft, person: Person, home: Household, relation: string, kind: 'recognised' | 'restored' | 'split'): void {
  const from = person.householdId
  const was = person.onRegister
  if (was && from === home._id) return
  if (from && from !== home._id) leave(draft, person, from)
  const isFresh = draft.fresh.has(home._id)
  // Whoever comes back comes after the exit that is known, whatever day the decision is of.
  const left = home.members.find(({ personId }) => personId === person._id)?.left?.on
  const held = holds(draft, person.listedOn, isFresh ? home.listedOn : undefined, left && isDay(left) ? left : undefined)
  change(draft, person, { householdId: home._id, relation, onRegister: true, decidedOn: later(person.decidedOn, held.day) })
  const stays = home.members.filter(({ personId }) => personId !== person._id)
  home.members = [...stays, { personId: person._id, name: person.name, relation }]
  if (home.headId === person._id) delete home.headLeft
  const more = { householdId: home._id, relation, ...(isFresh && { home: homeThen(home) }), ...held.after }
  if (!was) happen(draft, kind === 'restored' ? kind : 'recognised', person._id, more)
  else happen(draft, kind === 'split' ? kind : 'joined', person._id, { ...more, ...(from && { from }), to: home._id })
  touch(draft, home)
}

/** From when on it holds: the decision's day or, where newer lists were known already, the newest one's. */
export function holds({ decision: { on } }: Draft, ...lists: (Day | undefined)[]): { day: Day; after: { after?: Day } } {
  const day = lists.reduce<Day>((a, b) => later(b, a), on)
  return { day, after: day > on ? { after: day } : {} }
}

/** Somebody goes from a household into another one; where the head goes, a new one is asked for. */
function leave(draft: Draft, person: Person, from: string): void {
  const home = draft.standing.homes.get(from)
  if (!home) return
  home.members = home.members.filter(({ personId }) => personId !== person._id)
  if (home.headId === person._id && home.members.some(({ left }) => !left)) home.headLeft = { on: draft.decision.on, died: false }
  touch(draft, home)
}

/** Takes somebody off the register; the household stays, and asks for a new head when it was theirs. */
export function takeOff(draft: Draft, person: Person, kind: 'exited' | 'died'): void {
  if (!person.onRegister) return
  const left = { on: draft.decision.on, died: kind === 'died' }
  change(draft, person, { onRegister: false })
  const home = person.householdId === null ? undefined : draft.standing.homes.get(person.householdId)
  if (home) {
    home.members = home.members.map((member) => (member.personId === person._id ? { ...member, left } : member))
    if (home.headId === person._id) home.headLeft = left
    home.importedAt = draft.to.moment.iso
  }
  happen(draft, kind, person._id, { ...(home && { householdId: home._id }), ...holds(draft, person.listedOn).after })
}

/** What a person is now; the fingerprint of what a register says of them goes with it. */
export function change({ to, standing }: Draft, person: Person, over: Partial<Person>): void {
  Object.assign(person, over, { importedAt: to.moment.iso })
  person.digest = personDigest(to.keys, person.name, person.householdId, person.relation)
  standing.persons.put(person)
}

/** The household has changed: the next list that names it writes it anew. */
function touch({ to, standing }: Draft, home: Household): void {
  Object.assign(home, { digest: '', importedAt: to.moment.iso })
  standing.homes.put(home)
}

/** What the household is was decided: a list of that day or before does not undo it. Gives what orders the event. */
export function decide(draft: Draft, home: Household): { after?: Day } {
  const { day, after } = holds(draft, home.listedOn)
  home.decidedOn = later(home.decidedOn, day)
  touch(draft, home)
  return after
}

const later = (before: Day | undefined, on: Day): Day => (before && before > on ? before : on)
