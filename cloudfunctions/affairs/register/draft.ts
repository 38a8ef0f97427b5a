import { createHash } from 'node:crypto'
import type { RegisterDecision, RegisterEventKind } from '#domain/register/events'
import type { Day } from '#domain/time/dates'
import type { On } from '#kernel/call/on'
import { digest } from '#kernel/seal/seal'
import { personDigest } from '../intake/writing/people'
import type { HomeThen, Household, Person, RegisterEvent } from '#store/people/register'
import type { Standing } from './standing'

export type Deciding = Pick<On, 'db' | 'keys' | 'county' | 'moment'>

/** A decision while it is being worked out: what stands, and what has happened so far. */
export interface Draft {
  to: Deciding
  decision: RegisterDecision
  /** Persons known by the identity numbers that the decision names. */
  ids: Map<string, string>
  standing: Standing
  events: RegisterEvent[]
}

/** Writes down what happens to a person, or to a household under its head's name. */
export function happen(
  { to, decision, events }: Draft,
  kind: RegisterEventKind,
  personId: string,
  more: Pick<RegisterEvent, 'householdId' | 'from' | 'to' | 'relation' | 'home' | 'until'>,
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

export const homeThen = ({ villageCode, category, headId }: Household): HomeThen => ({ villageCode, category, headId })

/** Brings somebody into a household, on the register: whoever is on it already moves there, anybody else comes as `kind` says. */
export function bringIn(draft: Draft, person: Person, home: Household, relation: string, kind: 'recognised' | 'restored' | 'split'): void {
  const from = person.householdId
  const was = person.onRegister
  if (was && from === home._id) return
  if (from && from !== home._id) leave(draft, person, from)
  const { on } = draft.decision
  change(draft, person, { householdId: home._id, relation, onRegister: true, decidedOn: later(person.decidedOn, on) })
  const stays = home.members.filter(({ personId }) => personId !== person._id)
  home.members = [...stays, { personId: person._id, name: person.name, relation }]
  if (home.headId === person._id) delete home.headLeft
  if (was)
    happen(draft, kind === 'split' ? kind : 'joined', person._id, {
      householdId: home._id,
      from: from ?? '',
      to: home._id,
      relation,
      home: homeThen(home),
    })
  else happen(draft, kind === 'restored' ? kind : 'recognised', person._id, { householdId: home._id, relation, home: homeThen(home) })
  touch(draft, home)
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
  happen(draft, kind, person._id, home ? { householdId: home._id, home: homeThen(home) } : {})
}

/** What a person is now; the fingerprint of what a register says of them goes with it. */
export function change({ to, standing }: Draft, person: Person, over: Partial<Person>): void {
  Object.assign(person, over, { importedAt: to.moment.iso })
  person.digest = personDigest(to.keys, person.name, person.householdId, person.relation)
  standing.persons.put(person)
}

/** The household is as somebody decided: no list has said so, and one of that day or before does not undo it. */
export function touch({ to, decision, standing }: Draft, home: Household): void {
  Object.assign(home, { digest: '', decidedOn: later(home.decidedOn, decision.on), importedAt: to.moment.iso })
  standing.homes.put(home)
}

const later = (before: Day | undefined, on: Day): Day => (before && before > on ? before : on)
