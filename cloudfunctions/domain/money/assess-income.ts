import { categoryName } from '../county/categories'
import type { County } from '../county/county'
import type { Day } from '../time/dates'
import { hardshipOf, type Hardship } from './hardship'
import { countIncome, type CountedIncome, type IncomeStated } from './income'
import { monthlyGrant, standTo, type Standing } from './income-lines'
import type { Fen } from './money'
import { sayGrant, sayHardship, sayLimit, sayStanding, saySum } from './say-income'

type Pack = Pick<County, 'incomes' | 'lines' | 'categories'>

/** A household's income held against everything that the pack holds it against, on a day. */
export interface Assessed {
  income: CountedIncome
  standings: Standing[]
  /** In 分 a month; absent where the pack has no such grant, or it cannot be worked out. */
  grantFen?: Fen
  hardship?: Hardship
}

/** Counts an income and holds it against the lines of that day. It decides nothing: that is for two people. */
export function assess(county: Pack, stated: IncomeStated, day: Day): Assessed {
  const { incomes } = county
  const income = countIncome(stated, incomes)
  const standings = incomes.lines.map((line) => standTo(county, line, income, day))
  const grantFen = incomes.grant && monthlyGrant(lineOfGrant(county, standings)?.on, income)
  return {
    ...{ income, standings },
    ...(grantFen !== undefined && { grantFen }),
    ...(incomes.hardship && { hardship: hardshipOf(incomes.hardship, stated, income, standings) }),
  }
}

const lineOfGrant = ({ incomes }: Pack, standings: Standing[]): Standing | undefined =>
  standings.find(({ line }) => line.id === incomes.grant?.line)

/** The same in words, line by line. */
export interface AssessedWords {
  sum: { name: string; says: string }[]
  lines: { id: string; name: string; limit: string; says: string; standing: 'below' | 'at' | 'above' | 'unknown' }[]
  /** What else follows from it: the grant, hardship by spending. */
  more: { name: string; says: string }[]
}

export function sayAssessed(county: Pack, assessed: Assessed): AssessedWords {
  const { income, standings, grantFen, hardship } = assessed
  const { grant } = county.incomes
  const within = standings.find(({ line }) => line.id === hardship?.rule.within)?.line.name
  return {
    sum: saySum(income),
    lines: standings.map((one) => ({
      ...{ id: one.line.id, name: one.line.name, limit: sayLimit(one.on), says: sayStanding(one, income) },
      standing: one.own?.standing ?? 'unknown',
    })),
    more: [
      ...(grant
        ? [
            {
              name: `${categoryName(county, grant.category)}按标准补`,
              says: sayGrant(lineOfGrant(county, standings)?.on, grantFen, income),
            },
          ]
        : []),
      ...(hardship
        ? [
            {
              name: categoryName(county, hardship.rule.category),
              says: sayHardship(categoryName(county, hardship.rule.category), hardship, within),
            },
          ]
        : []),
    ],
  }
}
