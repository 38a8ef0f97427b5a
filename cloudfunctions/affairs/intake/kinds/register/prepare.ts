import { isOutdated } from '#domain/register/register'
import type { Day } from '#domain/time/dates'
import { findPeople, personIdOf, type Known } from '../../writing/people'
import type { Writing } from '../../writing/writing'
import { asDecided, decidedAbout } from './as-decided'
import type { Claiming, Former } from './claim-households'
import { formerHouseholds } from './history'
import { claimAround, listsAround, type Around } from './late-claims'
import type { Register, RegisterHousehold } from './rows'

/** Which household each listed one is, over the whole register: its id for each row. */
export async function prepareRegister(
  to: Writing,
  { on }: Register,
  chunks: () => AsyncIterable<RegisterHousehold[]>,
): Promise<string[][]> {
  const formerOf = new Map<string, Former>()
  const around: Around = { before: new Map(), after: new Map(), knownBefore: new Set() }
  const claiming: Claiming[] = []
  const sizes: number[] = []
  for await (const rows of chunks()) {
    const known = await findListed(to, rows)
    const late = [...known.values()].filter((person) => isOutdated(on, person)).map(({ _id }) => _id)
    if (late.length > 0) await listsAround(to.db, late, on, around)
    const former = await formerHouseholds(
      to,
      [...known.values()].flatMap(({ householdId }) => householdId ?? []),
    )
    const isLate = new Set(late)
    for (const { _id, householdId } of known.values()) {
      const home = former.get(householdId ?? '')
      const then = isLate.has(_id) ? around.before.get(_id) : undefined
      if (then) formerOf.set(_id, then)
      else if (home && !(isLate.has(_id) && around.after.has(_id)))
        formerOf.set(_id, { _id: home._id, headId: home.headId, villageCode: home.villageCode })
    }
    sizes.push(rows.length)
    const idOf = (id: string) => known.get(id)?._id ?? personIdOf(to.keys, id)
    for (const { headId, villageCode, members } of asDecided(to, rows, await decidedAbout(to, known)))
      claiming.push({ headId: idOf(headId), villageCode, memberIds: members.map(({ id }) => idOf(id)) })
  }
  const ids = claimAround(claiming, (personId) => formerOf.get(personId), around, on).values()
  return sizes.map((size) => Array.from({ length: size }, () => ids.next().value as string))
}

/** Who of the listed the database knows, by identity number. */
export const findListed = (to: Writing, rows: RegisterHousehold[]): Promise<Map<string, Known>> =>
  findPeople(
    to,
    rows.flatMap(({ members }) => members.map(({ id }) => id)),
  )

/** An older register that comes late has nothing to say of people whom a newer one names, or about whom it was decided since. */
export function withoutNewer<Home extends RegisterHousehold>(
  home: Home,
  known: Map<string, Known>,
  on: Day,
): (Home & { saidHead: string | undefined }) | undefined {
  const members = home.members.filter(({ id }) => !isOutdated(on, known.get(id) ?? {}))
  if (members.length === 0) return undefined
  return {
    ...home,
    members,
    saidHead: known.get(home.headId)?._id,
    headId: members.some(({ id }) => id === home.headId) ? home.headId : members[0]!.id,
  }
}
