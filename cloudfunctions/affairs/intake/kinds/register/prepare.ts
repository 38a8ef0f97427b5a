import { isOutdated } from '#domain/register/register'
import type { Day } from '#domain/time/dates'
import { findPeople, personIdOf, type Known } from '../../writing/people'
import type { Writing } from '../../writing/writing'
import { asDecided, decidedAbout } from './as-decided'
import { claimHouseholds, type Claiming, type Former } from './claim-households'
import { formerHouseholds } from './history'
import type { Register, RegisterHousehold } from './rows'

/** Which household each listed one is, over the whole register: its id for each row, empty where a newer register names them all. */
export async function prepareRegister(
  to: Writing,
  { on }: Register,
  chunks: () => AsyncIterable<RegisterHousehold[]>,
): Promise<string[][]> {
  const formerOf = new Map<string, Former>()
  const claiming: Claiming[] = []
  const named: boolean[][] = []
  for await (const rows of chunks()) {
    const known = await findListed(to, rows)
    const former = await formerHouseholds(
      to,
      [...known.values()].flatMap(({ householdId }) => householdId ?? []),
    )
    for (const { _id, householdId } of known.values()) {
      const home = former.get(householdId ?? '')
      if (home) formerOf.set(_id, { _id: home._id, headId: home.headId, villageCode: home.villageCode })
    }
    const newest = rows.map((row) => withoutNewer(row, known, on))
    named.push(newest.map((home) => home !== undefined))
    const homes = asDecided(
      to,
      newest.flatMap((home) => home ?? []),
      await decidedAbout(to, known),
    )
    const idOf = (id: string) => known.get(id)?._id ?? personIdOf(to.keys, id)
    for (const home of homes)
      claiming.push({ headId: idOf(home.headId), villageCode: home.villageCode, memberIds: home.members.map(({ id }) => idOf(id)) })
  }
  const ids = claimHouseholds(claiming, (personId) => formerOf.get(personId), on).values()
  return named.map((rows) => rows.map((isNamed) => (isNamed ? (ids.next().value as string) : '')))
}

/** Who of the listed the database knows, by identity number. */
export const findListed = (to: Writing, rows: RegisterHousehold[]): Promise<Map<string, Known>> =>
  findPeople(
    to,
    rows.flatMap(({ members }) => members.map(({ id }) => id)),
  )

/** An older register that comes late has nothing to say of people whom a newer one names, or about whom it was decided since. */
export function withoutNewer<Home extends RegisterHousehold>(home: Home, known: Map<string, Known>, on: Day): Home | undefined {
  const members = home.members.filter(({ id }) => !isOutdated(on, known.get(id) ?? {}))
  if (members.length === 0) return undefined
  return { ...home, members, headId: members.some(({ id }) => id === home.headId) ? home.headId : members[0]!.id }
}
