import { ageOn } from '#domain/access/binding'
import { isWorkerRole, type WorkerRole } from '#domain/access/staff'
import { addMonths, isDay, monthOf, type Day } from '#domain/time/dates'
import { dueOf, type Due } from '#domain/work/visit-due'
import type { On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import type { Filter } from '#store/db/collection'
import { find, findIn } from '#store/db/read'
import { pairings } from '#store/people/helpers'
import { households, persons, type Household } from '#store/people/register'
import { visits } from '#store/work/visits'
import { standingsOf, type StandingByField } from './known'

/** A household with when somebody was there, and when somebody is due. */
export interface DueHome {
  household: Household
  standing: StandingByField
  lastOn?: Day
  due?: Due
}

/** Which households are a worker's. @throws Error for who is none: the rules let nobody else in. */
function scopeOf({ role, areas, workerId }: Pick<Staff, 'role' | 'areas' | 'workerId'>): Filter {
  if (!isWorkerRole(role)) throw new Error(`${role} has no households`)
  return role === 'grid-worker' ? { villageCode: { $in: areas } } : { helpers: workerId ?? 'nobody' }
}

/** A worker's households on the register. */
export const homesOf = async (on: On, one: Staff): Promise<DueHome[]> =>
  dueHomes(on, await find(on.db, households, { onRegister: true, ...scopeOf(one) }), one.role as WorkerRole, one.workerId)

/**
 * When somebody of this role was at each of these households, and is due there. `workerId`: of a cadre or doctor only their own visits
 * count, without it anybody's of the role; of grid workers anybody's of the village. A cadre's list of pairings says it too, where nothing
 * newer is known.
 */
export async function dueHomes(
  on: Pick<On, 'db' | 'keys' | 'county' | 'moment'>,
  homes: readonly Household[],
  role: WorkerRole,
  workerId?: string | null,
): Promise<DueHome[]> {
  const ids = homes.map(({ _id }) => _id)
  const { db, county, moment } = on
  const theirs = role === 'grid-worker' || workerId === undefined ? {} : { workerId }
  const since = `${addMonths(monthOf(moment.today), -13)}-01`
  const [made, listed, people, standings] = await Promise.all([
    findIn(db, visits, 'householdId', ids, ['householdId', 'on'], {
      role,
      on: { $gte: since },
      ...theirs,
    }),
    role === 'cadre' ? findIn(db, pairings, 'householdId', ids, ['householdId', 'lastVisit'], theirs) : [],
    findIn(db, persons, 'householdId', ids, ['householdId', 'birth']),
    standingsOf(on, ids),
  ])
  const last = new Map<string, Day>()
  const been = (id: string | null, day: Day) => id !== null && day <= moment.today && day > (last.get(id) ?? '') && last.set(id, day)
  for (const { householdId, on: day } of made) been(householdId, day)
  // A month alone says no more than that they were there by its end.
  for (const { householdId, lastVisit } of listed)
    if (lastVisit) been(householdId, isDay(lastVisit) ? lastVisit : (`${lastVisit}-28` as Day))
  const ages = new Map<string, number[]>()
  for (const { householdId, birth } of people) ages.set(householdId!, [...(ages.get(householdId!) ?? []), ageOn(birth, moment.today)])
  return homes.map((household) => {
    const { _id, category, decidedOn, listedOn } = household
    const standing = standings.get(_id) ?? new Map()
    const lastOn = last.get(_id)
    const facts = { category, ages: ages.get(_id) ?? [], standing, lastOn, since: decidedOn ?? listedOn }
    const due = dueOf(county.visits, facts, role, moment.today)
    return { household, standing, ...(lastOn && { lastOn }), ...(due && { due }) }
  })
}
