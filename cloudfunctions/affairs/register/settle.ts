import type { Household, Person } from '#store/people/register'
import { codeId, differs, factsOf } from '../intake/kinds/register/codes'
import type { Deciding, Draft } from './draft'
import type { Standing } from './standing'

/** What follows for households, helpers and codes once everybody stands where they were put. */
export function settle({ to, standing }: Draft): void {
  const homes = standing.homes.all()
  for (const home of homes) home.onRegister = peopleOf(standing, home).some(({ onRegister }) => onRegister)
  settleHelpers(standing)
  for (const person of standing.persons.all()) settleCodes(to, standing, person)
}

const peopleOf = (standing: Standing, { _id }: Household): Person[] =>
  standing.persons.all().filter(({ householdId }) => householdId === _id)

/** Cadres and doctors go with the person whom their lists name; a household is looked after by those of its people. */
function settleHelpers({ persons, homes, pairings, contracts }: Standing): void {
  const lost = new Map<string, Set<string>>()
  const won = new Map<string, Set<string>>()
  for (const held of [pairings, contracts])
    for (const care of held.all()) {
      const home = persons.get(care.personId)?.householdId
      if (!home || home === care.householdId) continue
      if (care.householdId) into(lost, care.householdId, care.workerId)
      into(won, home, care.workerId)
      care.householdId = home
    }
  const cares = [...pairings.all(), ...contracts.all()]
  for (const home of homes.all()) {
    const still = new Set(cares.filter(({ householdId }) => householdId === home._id).map(({ workerId }) => workerId))
    const kept = home.helpers.filter((worker) => still.has(worker) || !lost.get(home._id)?.has(worker))
    home.helpers = [...new Set([...kept, ...(won.get(home._id) ?? [])])]
  }
}

function into(sets: Map<string, Set<string>>, key: string, value: string): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(value))
}

/** Who is on the register has one card that is good, and it leads where they are; who is not has none. */
function settleCodes({ keys, moment }: Deciding, { homes, codes }: Standing, person: Person): void {
  const own = codes.all().filter(({ personId }) => personId === person._id)
  const active = own.filter(({ status }) => status === 'active')
  const home = person.householdId === null ? undefined : homes.get(person.householdId)
  if (!person.onRegister || !home) {
    for (const code of active) Object.assign(code, { status: 'revoked', revokedOn: moment.today })
    return
  }
  for (const code of active) if (differs(code, home)) Object.assign(code, factsOf(home))
  if (active.length > 0) return
  // A lost card's next one that is not written yet is written here, with the number that was given.
  const promised = own.flatMap(({ replacedBy }) => replacedBy ?? []).find((id) => !codes.get(id))
  const _id = promised ?? codeId(keys, person._id, own.length + 1)
  codes.put({ _id, personId: person._id, ...factsOf(home), status: 'active', issuedOn: moment.today })
}
