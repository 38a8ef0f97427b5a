import type { IncomeRules } from '../county/incomes'
import { addMonths, monthOf, type Day, type Month } from '../time/dates'
import { fen, sumFen, type Fen } from './money'
import type { SpendingPart } from './spending'

/** The four parts of a household's income, as a check at home asks for them. */
export const incomePartNames = { wages: '工资性收入', business: '生产经营净收入', property: '财产性收入', transfer: '转移性收入' } as const
export type IncomePart = keyof typeof incomePartNames
export const incomeParts = Object.keys(incomePartNames) as IncomePart[]

/**
 * What somebody said of a household's twelve months, in 分. A part that is absent is not known: nobody could say it, and it is not
 * nothing. `transfers`: what of the transfer income is of a kind that the county pack names; it is in `income.transfer` too.
 */
export interface IncomeStated {
  /** How many live of it. */
  people?: number | undefined
  /** How many of them a grant would cover; all, where nothing is said. */
  covered?: number | undefined
  income: Partial<Record<IncomePart, Fen | undefined>>
  transfers?: { id: string; amountFen: Fen }[] | undefined
  spending?: Partial<Record<SpendingPart, Fen | undefined>> | undefined
}

/** The twelve months that an income on a day is counted over: they end with the last whole one. */
export function incomeMonths(on: Day): { from: Month; to: Month } {
  const to = addMonths(monthOf(on), -1)
  return { from: addMonths(to, -11), to }
}

/** A line of the sum as it is shown: what is added, and what is taken off again. Without an amount it is not known. */
interface SumLine {
  name: string
  amountFen?: Fen
  takenOff?: true
}

/** A household's counted income of twelve months with its sum, or what is missing. */
export interface CountedIncome {
  sum: SumLine[]
  /** Absent while anything is missing. */
  total?: { incomeFen: Fen; people: number; covered: number }
  /** As people call it; empty when everything is there. */
  missing: string[]
}

/** Counts what is stated: the four parts without the transfers that do not count. What is missing is named and never taken for nothing. */
export function countIncome({ people, covered = people, income, transfers = [] }: IncomeStated, rules: IncomeRules): CountedIncome {
  const apart = transfers.flatMap(({ id, amountFen }) => {
    const kind = rules.transfers.find((one) => one.id === id)
    return kind && !kind.counts ? [{ name: kind.name, amountFen }] : []
  })
  const unknown = transfers.some(({ id }) => !rules.transfers.some((one) => one.id === id))
  const sum: SumLine[] = [
    ...incomeParts.map((part) => ({ name: incomePartNames[part], ...(income[part] !== undefined && { amountFen: income[part] }) })),
    ...apart.map((one) => ({ ...one, takenOff: true as const })),
  ]
  const offFen = sumFen(apart.map(({ amountFen }) => amountFen))
  const missing = [
    ...incomeParts.flatMap((part) => (income[part] === undefined ? [incomePartNames[part]] : [])),
    // Which of the two is wrong, nobody can tell from here.
    ...(unknown || (income.transfer !== undefined && offFen > income.transfer) ? ['对得上的转移性收入明细'] : []),
    ...(people === undefined ? ['一起生活的人数'] : []),
  ]
  if (missing.length > 0 || people === undefined) return { sum, missing }
  const incomeFen = fen(sumFen(incomeParts.map((part) => income[part]!)) - offFen)
  return { sum, missing, total: { incomeFen, people, covered: covered ?? people } }
}
