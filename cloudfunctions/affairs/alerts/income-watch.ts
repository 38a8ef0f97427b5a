import { aboveTheLine, missedInclusion, type StatedHome } from '#domain/alerts/detectors/income'
import { categoryName, categoryRule } from '#domain/county/categories'
import { assess } from '#domain/money/assess-income'
import { addMonths, monthOf } from '#domain/time/dates'
import type { AtWork } from '#kernel/jobs/kind'
import { findEach, findIn } from '#store/db/read'
import { incomes, type IncomeStatement } from '#store/people/incomes'
import { households } from '#store/people/register'
import { inOrder } from '../incomes/assess'
import { openIncome } from '../incomes/keep'
import type { Watch } from './watch'

/** A statement whose months ended longer ago says nothing about today. */
const goodForMonths = 12

/** Incomes against the lines of today: a scope is a sixteenth of the households, by the first character of their ids. */
export const incomeWatch: Watch = {
  detectors: ['above_the_line', 'missed_inclusion'],
  scopes: () => Promise.resolve(Array.from({ length: 16 }, (_, i) => i.toString(16))),
  async look(on, scope) {
    const { county } = on
    const homes = await statedHomes(on, scope)
    const { grant } = county.incomes
    const rule = grant && { name: categoryName(county, grant.category), line: grant.line }
    return {
      above_the_line: aboveTheLine(homes, county.sources.members),
      missed_inclusion: missedInclusion(homes, rule, county.sources.members),
    }
  },
}

async function statedHomes(on: AtWork, first: string): Promise<StatedHome[]> {
  const { db, county, moment } = on
  const said = await findEach(db, incomes, { householdId: { $gte: first, $lt: `${first}~` } })
  const newest = new Map<string, IncomeStatement>()
  for (const one of inOrder(said)) if (!newest.has(one.householdId)) newest.set(one.householdId, one)
  const since = addMonths(monthOf(moment.today), -goodForMonths)
  const homes = await findIn(db, households, '_id', [...newest.keys()], ['townCode', 'villageCode', 'onRegister', 'category', 'members'])
  return homes.flatMap(({ _id, townCode, villageCode, onRegister, category, members }): StatedHome[] => {
    const statement = newest.get(_id)!
    if (statement.to < since) return []
    const rule = categoryRule(county, category)
    return [
      {
        ...{ _id, townCode, villageCode, onRegister, statementId: statement._id, to: statement.to },
        died: members.every(({ left }) => left?.died),
        category: { name: categoryName(county, category), monthly: rule?.monthly ?? false, ...(rule?.line && { line: rule.line }) },
        standings: assess(county, openIncome(on, statement).stated, moment.today).standings,
      },
    ]
  })
}
