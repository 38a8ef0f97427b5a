import type { Day } from '#domain/time/dates'
import { heldName } from '#domain/people/names'
import { linkLate } from '#affairs/persons/link-late'
import { nameDiffers, personIdOf, saidOf, type Known } from '../../writing/people'
import type { Writing, Written } from '../../writing/writing'
import { asDecided, decidedAbout, isDecidedStill } from './as-decided'
import { issueCodes } from './codes'
import { keepListings } from './keep-listings'
import { decidedInto, formerHouseholds, readHistory } from './history'
import { writeHouseholds, type ListedHousehold } from './households'
import { writeListed, type Listed } from './listed'
import { writePhones } from './phones'
import { findListed, withoutNewer } from './prepare'
import type { Register, RegisterHousehold } from './rows'

/**
 * Writes households of a register that speaks of day `on`: persons, households, entries, one code per person, and whatever came
 * earlier for people who were on no register then. `ids` are the households' (`prepareRegister`). Each step finds out by itself what
 * is still to do, so a second run finishes a first one.
 */
export async function writeRegister(to: Writing, register: Register, rows: RegisterHousehold[], ids: string[]): Promise<Written> {
  const { on } = register
  const known = await findListed(to, rows)
  const decided = await decidedAbout(to, known)
  const said = rows.flatMap((row, i) => withoutNewer({ ...row, _id: ids[i]! }, known, on) ?? []).filter(({ _id }) => _id !== '')
  const listed = asDecided(to, said, decided)
  const homes = await withHeldNames(to, listed, known, on)
  const formerIds = [...known.values()].flatMap(({ householdId }) => householdId ?? [])
  const [history, former] = await Promise.all([readHistory(to, [...known.values()]), formerHouseholds(to, [...formerIds, ...ids])])
  const personIds = new Map(
    homes.flatMap(({ members }) => members.map(({ id }) => [id, known.get(id)?._id ?? personIdOf(to.keys, id)] as const)),
  )

  const people = await writeListed(to, on, membersOf(homes, personIds), known, { history, former })
  const written = await writeHouseholds(to, on, homes, people, {
    former,
    decided: await decidedInto(to, on, { homes, former, known: known.values() }),
  })
  const entries = await keepListings(to, on, rows, ids, { known, former, standing: people })
  const codes = await issueCodes(to, people, written.stored)
  const phones = await writePhones(to, people)
  const linked = await linkLate(
    to.db,
    people.filter(({ isNew }) => !isNew),
  )

  // Somebody decided meanwhile, perhaps before what was written here was: their word is written again.
  if (!isDecidedStill(decided, await decidedAbout(to, known))) return writeRegister(to, register, rows, ids)
  for (const [id, { _id }] of known) personIds.set(id, _id)
  return {
    added: people.filter(({ isNew }) => isNew).length + written.added + entries.added + codes.added + phones.added,
    changed: people.filter(({ changed }) => changed).length + written.changed + entries.changed + codes.changed + phones.changed + linked,
    personIds,
  }
}

const membersOf = (homes: ListedHousehold[], personIds: Map<string, string>): Listed[] =>
  homes.flatMap((home) =>
    home.members.map((member) => ({ ...member, household: home, householdId: home._id, personId: personIds.get(member.id)! })),
  )

/** Two registers of one day that call somebody differently end with the same name in any order; and somebody must look. */
async function withHeldNames(to: Writing, homes: ListedHousehold[], known: Map<string, Known>, on: Day): Promise<ListedHousehold[]> {
  const differs = ({ id, name }: { id: string; name: string }): Known | undefined => {
    const before = known.get(id)
    return before && before.name !== name && !(before.listedOn && before.listedOn < on) ? before : undefined
  }
  const seen = homes.flatMap(({ members }) =>
    members.flatMap((member) => {
      const before = differs(member)
      return before ? [nameDiffers(member.at, member.name, before)] : []
    }),
  )
  await to.warn(seen)
  return homes.map((home) => {
    const members = home.members.map((member) => {
      const before = differs(member)
      return before ? { ...member, name: heldName(saidOf(before), { name: member.name, on, byRegister: true }).name } : member
    })
    const written = home.members.find(({ id }) => id === home.headId)?.name
    return { ...home, members, headName: written === home.headName ? members.find(({ id }) => id === home.headId)!.name : home.headName }
  })
}
