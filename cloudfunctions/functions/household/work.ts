import type { Work, household } from '#contract/household/actions'
import { monthOf, quarterOf, type Day, type Month } from '#domain/time/dates'
import { villageName } from '#domain/place/divisions'
import { maskName } from '#domain/people/names'
import type { WorkerRole } from '#domain/access/staff'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import { countWaiting } from '#store/access/bindings'
import type { Filter } from '#store/db/collection'
import { find } from '#store/db/read'
import { doctorContracts, pairings } from '#store/people/helpers'
import { households, type Household } from '#store/people/register'
import type { Staff } from '#store/access/staff'
import { shortOnes } from './short'

type Home = Pick<Household, '_id' | 'villageCode' | 'headName'>

/**
 * What is this worker's, and what of it waits: counts, and of a household no more than a surname; its file opens by its card,
 * for a purpose and with consent.
 */
export const work: Action<typeof household.work> = async (_, on): Promise<Work> => {
  const { staff } = await on.caller()
  if (!staff) throw refusals.signIn()
  const role = staff.role as WorkerRole
  const mine = (await find(on.db, households, { onRegister: true, ...scopeOf(staff) }, { fields: ['villageCode', 'headName'] })) as Home[]
  const ids = mine.map(({ _id }) => _id)
  const [short, phones, visits] = await Promise.all([
    role === 'doctor' ? undefined : shortOnes(on, ids),
    role === 'grid-worker' ? countWaiting(on.db, ids, on.moment.iso) : 0,
    role === 'grid-worker' ? new Map<string, Visit>() : visitsOf(on, staff.workerId ?? '', role),
  ])
  const byName =
    role === 'grid-worker'
      ? []
      : mine.map(({ _id, headName, villageCode }) => ({
          head: maskName(headName),
          village: villageName(on.county, villageCode),
          due: false,
          ...visits.get(_id),
        }))
  return {
    role,
    villages: villagesOf(on, staff, mine, short),
    households: byName.sort((a, b) => Number(b.due) - Number(a.due)).slice(0, 100),
    waits: { phones, visits: byName.filter(({ due }) => due).length },
  }
}

const scopeOf = ({ role, areas, workerId }: Staff): Filter =>
  role === 'grid-worker' ? { villageCode: { $in: areas } } : { helpers: workerId ?? 'nobody' }

/** Each of a grid worker's villages, empty ones too; of the others those where their households are. */
function villagesOf({ county }: On, { role, areas }: Staff, mine: readonly Home[], short: Set<string> | undefined): Work['villages'] {
  const codes = role === 'grid-worker' ? areas : [...new Set(mine.map(({ villageCode }) => villageCode))]
  return codes.map((code) => {
    const here = mine.filter(({ villageCode }) => villageCode === code)
    return {
      name: villageName(county, code),
      households: here.length,
      ...(short && { short: here.filter(({ _id }) => short.has(_id)).length }),
    }
  })
}

interface Visit {
  lastVisit?: Day | Month
  due: boolean
}

/** When this worker was last at each household. A visit dated in the future is a slip and not told. */
async function visitsOf({ db, moment }: On, workerId: string, role: 'cadre' | 'doctor'): Promise<Map<string, Visit>> {
  if (role === 'doctor') {
    const contracts = await find(db, doctorContracts, { workerId })
    const been = new Set(contracts.filter(({ visitsThisYear }) => visitsThisYear > 0).map(({ householdId }) => householdId))
    return new Map(contracts.flatMap(({ householdId }) => (householdId ? [[householdId, { due: !been.has(householdId) }] as const] : [])))
  }
  const since = quarterOf(monthOf(moment.today))
  const paired = await find(db, pairings, { workerId })
  return new Map(
    paired.flatMap(({ householdId, lastVisit }): [string, Visit][] => {
      const told = lastVisit && lastVisit <= moment.today ? lastVisit : undefined
      return householdId ? [[householdId, { ...(told && { lastVisit: told }), due: told === undefined || told < since }]] : []
    }),
  )
}
