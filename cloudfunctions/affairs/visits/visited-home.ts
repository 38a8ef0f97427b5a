import type { VisitedHome } from '#contract/field/actions'
import { ageOn } from '#domain/access/binding'
import { isWorkerRole, roleNames, type WorkerRole } from '#domain/access/staff'
import { splitPhones } from '#domain/people/phones'
import { villageName } from '#domain/place/divisions'
import { fieldsFor } from '#domain/work/visits'
import { countyTime } from '#kernel/call/clock'
import type { On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import { findIn } from '#store/db/read'
import { contacts } from '#store/people/contacts'
import { persons } from '#store/people/register'
import { requests, type FarmerRequest } from '#store/work/requests'
import { visits, type Visit } from '#store/work/visits'
import type { DueHome } from './homes'
import { contentOf } from './known'

const shownVisits = 6
const shownNeeds = 10

/**
 * Households as a visitor of this role sees them, online or taken along: who lives there, what is known, what they need, who was there.
 * What a doctor wrote or heard is read by doctors only, and of the form each sees what they ask.
 */
export async function visitedHomes(on: On, homes: readonly DueHome[], role: WorkerRole): Promise<VisitedHome[]> {
  const { db, county, keys, moment } = on
  const ids = homes.map(({ household }) => household._id)
  const [people, made, asked] = await Promise.all([
    findIn(db, persons, 'householdId', ids, ['householdId', 'birth']),
    findIn(db, visits, 'householdId', ids),
    findIn(db, requests, 'householdId', ids, undefined, { kind: 'need' }),
  ])
  const births = new Map(people.map(({ _id, birth }) => [_id, birth]))
  const phones = new Map(
    (
      await findIn(
        db,
        contacts,
        '_id',
        people.map(({ _id }) => _id),
      )
    ).map((one) => [one._id, one.phoneSealed]),
  )
  const isDoctors = new Set(role === 'doctor' ? [] : made.filter((one) => one.role === 'doctor').map(({ _id }) => _id))
  const asks = new Set(fieldsFor(county.visits, role).map(({ id }) => id))
  return homes.map(({ household, standing, due }): VisitedHome => {
    const here = household.members.filter(({ left }) => !left)
    return {
      ...{ id: household._id, head: household.headName, village: villageName(county, household.villageCode) },
      members: here.map(({ personId, name, relation }) => ({
        name,
        relation,
        age: ageOn(births.get(personId) ?? moment.today, moment.today),
      })),
      phones: [...new Set(here.flatMap(({ personId }) => (phones.has(personId) ? splitPhones(open(keys, phones.get(personId)!)) : [])))],
      known: [...standing].filter(([field]) => asks.has(field)).map(([field, values]) => ({ field, standing: values })),
      needs: newest(
        asked.filter(({ householdId, visitId = '' }) => householdId === household._id && !isDoctors.has(visitId)),
        ({ at }) => at,
        shownNeeds,
      ).map((one) => presentNeed(on, one)),
      visits: newest(
        made.filter(({ householdId }) => householdId === household._id),
        (one) => one.on,
        shownVisits,
      ).map((one) => ({
        ...{ id: one._id, on: one.on, unit: unitOf(one), who: one.name, talked: isDoctors.has(one._id) ? '' : contentOf(keys, one).talked },
      })),
      ...(due && { due }),
    }
  })
}

const newest = <T>(all: T[], by: (one: T) => string, most: number): T[] => all.sort((a, b) => (by(a) < by(b) ? 1 : -1)).slice(0, most)

const unitOf = ({ agency, role }: Visit): string => `${agency} ${isWorkerRole(role) ? roleNames[role] : ''}`.trim()

const presentNeed = ({ keys }: On, { about, wordsSealed, at, to, answerSealed, met }: FarmerRequest): VisitedHome['needs'][number] => ({
  ...{ topic: about, words: open(keys, wordsSealed), on: countyTime(at).day, to },
  ...(answerSealed !== null && { answer: open(keys, answerSealed) }),
  ...(met !== undefined && { met }),
})
