import { randomUUID } from 'node:crypto'
import type { Day } from '#domain/time/dates'
import { heldName } from '#domain/people/names'
import type { Register, RegisterHousehold } from './rows'
import type { Writing, Written } from '../../writing/writing'
import { claimHouseholds } from './claim-households'
import { issueCodes } from './codes'
import { recordEntries } from './entries'
import { formerHouseholds, readHistory, type FormerHouseholds } from './history'
import { writeHouseholds } from './households'
import { linkLate } from './link-late'
import { writeListed, type Listed } from './listed'
import { findPeople, saidOf, type Known } from '../../writing/people'
import { writePhones } from './phones'

/**
 * Writes a register that speaks of day `on`: persons, households, entries, one code per person, and whatever came earlier for
 * people who were on no register then. Each step finds out by itself what is still to do, so a second run finishes a first one.
 */
export async function writeRegister(to: Writing, { on, households: register }: Register): Promise<Written> {
  const known = await findPeople(
    to,
    register.flatMap(({ members }) => members.map(({ id }) => id)),
  )
  const homes = withHeldNames(withoutNewer(register, known, on), known, on)
  const [history, former] = await Promise.all([readHistory(to, [...known.values()]), formerHouseholds(to, known)])
  const personIds = new Map(homes.flatMap(({ members }) => members.map(({ id }) => [id, known.get(id)?._id ?? randomUUID()] as const)))
  const listed = place(homes, personIds, known, former, on)

  const people = await writeListed(
    to,
    on,
    listed.flatMap(({ members }) => members),
    known,
    { history, former },
  )
  const written = await writeHouseholds(
    to,
    on,
    listed.map(({ home, _id }) => ({ ...home, _id })),
    people,
    former,
  )
  const entries = await recordEntries(to, on, people, history)
  const codes = await issueCodes(to, people, written.stored)
  const phones = await writePhones(to, people)
  const linked = await linkLate(
    to.db,
    people.filter(({ isNew }) => !isNew),
  )

  for (const [id, { _id }] of known) personIds.set(id, _id)
  return {
    added: people.filter(({ isNew }) => isNew).length + written.added + entries.added + codes.added + phones.added,
    changed: people.filter(({ changed }) => changed).length + written.changed + entries.changed + codes.changed + phones.changed + linked,
    personIds,
  }
}

/** An older register that comes late has nothing to say of people whom a newer one names. */
function withoutNewer(register: RegisterHousehold[], known: Map<string, Known>, on: Day): RegisterHousehold[] {
  return register.flatMap((home) => {
    const members = home.members.filter(({ id }) => !((known.get(id)?.listedOn ?? '') > on))
    if (members.length === 0) return []
    return [{ ...home, members, headId: members.some(({ id }) => id === home.headId) ? home.headId : members[0]!.id }]
  })
}

/** Two registers of one day that call somebody differently end with the same name in any order; and somebody must look. */
function withHeldNames(homes: RegisterHousehold[], known: Map<string, Known>, on: Day): RegisterHousehold[] {
  return homes.map((home) => {
    const members = home.members.map((member) => {
      const before = known.get(member.id)
      if (!before || before.name === member.name || (before.listedOn && before.listedOn < on)) return member
      member.warn('name_differs', `这里写“${member.name}”，以前收到的是“${before.name}”`)
      return { ...member, name: heldName(saidOf(before), { name: member.name, on, byRegister: true }).name }
    })
    const written = home.members.find(({ id }) => id === home.headId)?.name
    return { ...home, members, headName: written === home.headName ? members.find(({ id }) => id === home.headId)!.name : home.headName }
  })
}

/** Gives each listed household its id, and each member theirs. */
function place(homes: RegisterHousehold[], personIds: Map<string, string>, known: Map<string, Known>, former: FormerHouseholds, on: Day) {
  const formerOf = new Map([...known.values()].map(({ _id, householdId }) => [_id, former.get(householdId ?? '')]))
  const claiming = homes.map(({ headId, villageCode, members }) => ({
    headId: personIds.get(headId)!,
    villageCode,
    memberIds: members.map(({ id }) => personIds.get(id)!),
  }))
  const ids = claimHouseholds(claiming, (personId) => formerOf.get(personId), on)
  return homes.map((home, i) => ({
    home,
    _id: ids[i]!,
    members: home.members.map((member): Listed => ({
      ...member,
      household: home,
      householdId: ids[i]!,
      personId: personIds.get(member.id)!,
    })),
  }))
}
