import { randomUUID } from 'node:crypto'
import { normOn } from '#domain/county/parameters'
import { daysAfter, type Day } from '#domain/time/dates'
import { homeCheckOpinionNames, type HomeCheckFound } from '#domain/work/home-check'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { open, seal } from '#kernel/seal/seal'
import type { Db } from '#store/db/collection'
import { find } from '#store/db/read'
import type { Staff } from '#store/access/staff'
import { findHomeCheck, homeChecks, type HomeCheck, type RegisterCase } from '#store/work/cases'
import { incomes, type IncomeStatement } from '#store/people/incomes'
import { incomeOfCheck, statementOf } from '../incomes/keep'
import { byStaff, doWithCase, type DoingWithCase } from './perform'

export const foundIn = (keys: On['keys'], { foundSealed }: HomeCheck): HomeCheckFound =>
  JSON.parse(open(keys, foundSealed)) as HomeCheckFound

interface Checked {
  id: string
  on: Day
  found: HomeCheckFound
}

/** What was found at home, kept with its day, and the case brought on by it, in one. `may`: of a grid worker at the door. */
export const recordHomeCheck = (
  on: On,
  { id, on: day, found }: Checked,
  { action, may }: Pick<DoingWithCase, 'action' | 'may'>,
): Promise<RegisterCase> =>
  doWithCase(on, {
    ...{ act: 'checked', action, id, ...(may && { may }) },
    words: `${homeCheckOpinionNames[found.opinion]}：${found.seen}`,
    become: (about, one) => {
      if (day > on.moment.today || day < daysAfter(on.moment.today, -validDays(on)))
        throw refusals.badInput('入户的日子不对，请再核对。您写的字还在。')
      const check = checkOf(on, about, day, found, one)
      const statement = incomeIn(on, check, found, one)
      return {
        change: { checkId: check._id },
        beside: async (transaction) => {
          await transaction.add(homeChecks, check)
          if (statement) await transaction.set(incomes, statement)
        },
      }
    },
  })

const checkOf = ({ keys, moment }: On, about: RegisterCase, on: Day, found: HomeCheckFound, one: Staff): HomeCheck => ({
  ...{ _id: randomUUID(), caseId: about._id, householdId: about.householdId, personIds: about.personIds },
  ...{ villageCode: about.villageCode, on, at: moment.iso, by: byStaff(one), foundSealed: seal(keys, JSON.stringify(found)) },
})

/** What it says of the income of a household on the register, to be reckoned against the lines beside what lists say. */
function incomeIn(on: On, check: HomeCheck, found: HomeCheckFound, { agencyId }: Staff): IncomeStatement | undefined {
  const stated = incomeOfCheck(found)
  const isAsked = Object.values(found.income ?? {}).some((amount) => amount !== undefined)
  if (check.householdId === null || !stated || !isAsked) return undefined
  const { _id: ref, householdId, on: saidOn } = check
  return statementOf(on, { stated, evidence: `入户核查：${found.met}`, householdId, from: 'home-check', ref, agency: agencyId, saidOn })
}

const validDays = ({ county, moment }: Pick<On, 'county' | 'moment'>): number => normOn(county, 'case-check-valid-days', moment.today)

/** The newest check of the same household, or of the same people, that may be used again: 监测 and 救助 need one. */
export async function reusableCheck(on: Pick<On, 'db' | 'county' | 'moment'>, about: RegisterCase): Promise<HomeCheck | undefined> {
  const since = daysAfter(on.moment.today, -validDays(on))
  const found = await checksOf(on.db, about, since)
  return found.find(({ caseId }) => caseId !== about._id)
}

const checksOf = (db: Db, { householdId, personIds }: RegisterCase, since: Day): Promise<HomeCheck[]> =>
  find(
    db,
    homeChecks,
    householdId === null ? { householdId: null, personIds: personIds[0], on: { $gte: since } } : { householdId, on: { $gte: since } },
    { order: [['on', 'desc']], limit: 10 },
  )

/** One home check serves a second case of the same household within the pack's days. */
export const reuseHomeCheck = (on: On, { id, checkId }: { id: string; checkId: string }, action: string): Promise<RegisterCase> =>
  doWithCase(on, {
    ...{ act: 'reuse', action, id, words: '沿用最近的入户核查，不再上门' },
    become: async (about) => {
      const [check, usable] = await Promise.all([findHomeCheck(on.db, checkId), reusableCheck(on, about)])
      if (!check || usable?._id !== check._id) throw refusals.badInput('这次入户核查不能沿用：不是这一户的，或者已经太久了。请安排入户。')
      return { change: { checkId } }
    },
  })
