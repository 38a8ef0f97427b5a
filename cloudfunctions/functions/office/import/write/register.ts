import type { Day } from '#domain/dates'
import type { RegisterHousehold } from '../kinds/register'
import type { Writing, Written } from '../kind'
import { claimHouseholds } from './claim-households'
import { issueCodes } from './codes'
import { readHistory, recordEntries } from './entries'
import { writeHouseholds } from './households'
import { linkLate } from './link-late'
import { writeListed, type Listed } from './listed'
import { findPeople } from './people'

/**
 * Writes a register that speaks of day `on`: persons, households, entries, one code per person, and whatever came earlier for
 * people who were on no register then. Each step finds out by itself what is still to do, so a second run finishes a first one.
 */
export async function writeRegister(to: Writing, on: Day, households: RegisterHousehold[]): Promise<Written> {
  const known = await findPeople(to, households.flatMap(({ members }) => members.map(({ id }) => id)))
  const history = await readHistory(to, [...known.values()])
  const householdIds = claimHouseholds(households, (id) => known.get(id)?.householdId ?? null)
  const listed = households.flatMap((household, i) => household.members.map((member): Listed => ({ ...member, household, householdId: householdIds[i]! })))

  const people = await writeListed(to, on, listed, known, history)
  const homes = await writeHouseholds(to, on, households.map((household, i) => ({ ...household, _id: householdIds[i]! })), people)
  const entries = await recordEntries(to, on, people, history)
  const codes = await issueCodes(to, people, homes.stored)
  const linked = await linkLate(to.db, people.filter(({ isNew }) => !isNew))

  return {
    added: people.filter(({ isNew }) => isNew).length + homes.added + entries.added + codes.added,
    changed: people.filter(({ changed }) => changed).length + homes.changed + entries.changed + codes.changed + linked,
    personIds: new Map(people.map(({ id, personId }) => [id, personId])),
  }
}
