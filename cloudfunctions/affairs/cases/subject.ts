import { caseKindFor } from '#domain/work/alert-case'
import { partiesOf } from '#domain/work/alert-powers'
import type { CaseKind } from '#domain/work/cases'
import { mayRead } from '#kernel/access/authorize'
import type { On } from '#kernel/call/on'
import { blindIndexes } from '#kernel/seal/seal'
import type { Staff } from '#store/access/staff'
import { find, findById, findIn } from '#store/db/read'
import { households, persons, type Household, type Person } from '#store/people/register'
import { findAlert } from '#store/work/alerts'
import { findCase } from '#store/work/cases'
import { underGrant } from '../grants/under-grant'
import { seesCase } from './allowed'
import { readProposal } from './proposal'

/** How an officer comes to whom a case is about: under a grant, by an alert that is theirs to see, or by a case that ended. */
export interface Way {
  grantId?: string | undefined
  householdId?: string | undefined
  idNumber?: string | undefined
  alertId?: string | undefined
  caseId?: string | undefined
}

/** Whom a case could be about. People who are in no household stand alone. */
export interface Subject {
  home?: Household
  people: Person[]
  villageCode?: string
  kind?: CaseKind
  /** Of an alert about one person: that one, whoever else lives there. */
  personId?: string
  /** What stands on record besides. */
  grantId?: string
}

/** Nothing alike for unknown and not theirs. @throws Refusal where the grant does not count. */
export function findSubject(on: On, one: Staff, way: Way, action: string): Promise<Subject | undefined> {
  if (way.alertId !== undefined) return ofAlert(on, one, way.alertId)
  if (way.caseId !== undefined) return ofCase(on, one, way.caseId)
  return underOwnGrant(on, way, action)
}

async function ofAlert(on: On, one: Staff, id: string): Promise<Subject | undefined> {
  const alert = await findAlert(on.db, id)
  if (!alert || partiesOf(on.county, alert, one).length === 0) return undefined
  const person = alert.subject.kind === 'person' ? await findById(on.db, persons, alert.subject.id) : undefined
  const homeId = alert.subject.kind === 'household' ? alert.subject.id : person?.householdId
  const about = await around(on, homeId, person ? [person] : [], alert.villageCode ?? undefined)
  const kind = caseKindFor(alert.detector, about.home?.onRegister === false)
  return kind && { ...about, kind, ...(person && { personId: person._id }) }
}

/** Of a case that took somebody off the register: those whom it took. */
async function ofCase(on: On, one: Staff, id: string): Promise<Subject | undefined> {
  const about = await findCase(on.db, id)
  if (!about || about.open || !seesCase(on, one, about)) return undefined
  const { proposal } = readProposal(on.keys, about)
  const ids = 'personIds' in proposal ? proposal.personIds : about.personIds
  const people = await findIn(on.db, persons, '_id', ids)
  return { ...(await around(on, about.householdId ?? undefined, people, about.villageCode)), kind: 'restore' }
}

async function underOwnGrant(on: On, { grantId = 'none', householdId, idNumber }: Way, action: string): Promise<Subject | undefined> {
  const { caller } = await underGrant(on, grantId, action)
  const person = idNumber === undefined ? undefined : await personOf(on, idNumber)
  const home = await findById(on.db, households, householdId ?? person?.householdId ?? 'none')
  if (!home || !mayRead(caller, { householdId: home._id, villageCode: home.villageCode, helpers: home.helpers })) return undefined
  return { ...(await around(on, home._id, [], home.villageCode)), grantId }
}

async function around({ db }: On, homeId: string | null | undefined, people: Person[], villageCode?: string): Promise<Subject> {
  const home = homeId ? await findById(db, households, homeId) : undefined
  const place = home?.villageCode ?? villageCode
  return {
    ...(home && { home }),
    people: home
      ? await findIn(db, persons, '_id', [...new Set([...home.members.map(({ personId }) => personId), ...people.map(({ _id }) => _id)])])
      : people,
    ...(place !== undefined && { villageCode: place }),
  }
}

export const personOf = async ({ db, keys }: Pick<On, 'db' | 'keys'>, idNumber: string): Promise<Person | undefined> =>
  (await find(db, persons, { idIndex: { $in: blindIndexes(keys, 'id-number', idNumber) } }, { limit: 1 }))[0]

/** The household that somebody with this number is of now. */
export async function householdOfNumber(on: Pick<On, 'db' | 'keys'>, idNumber: string): Promise<Household | undefined> {
  const person = await personOf(on, idNumber)
  return person?.householdId ? findById(on.db, households, person.householdId) : undefined
}
