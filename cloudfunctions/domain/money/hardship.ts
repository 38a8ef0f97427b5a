import type { HardshipRule } from '../county/incomes'
import { type CountedIncome, type IncomeStated } from './income'
import { spendingPartNames } from './spending'
import type { Standing } from './income-lines'
import { fen, sumFen, type Fen } from './money'

/** Whether necessary spending makes a household poor: 支出型. */
export interface Hardship {
  rule: HardshipRule
  spent: { name: string; amountFen?: Fen }[]
  /** As people call it; empty when everything is there. */
  missing: string[]
  /** Absent while anything is missing. `leftFen`: of the income, for one person a month, rounded down. */
  found?: { spentFen: Fen; leftFen: Fen; over: boolean; within: boolean; meets: boolean }
}

/** Holds what had to be spent in the twelve months against the income: more than the pack's share of it, and the income within its line. */
export function hardshipOf(rule: HardshipRule, { spending = {} }: IncomeStated, income: CountedIncome, standings: Standing[]): Hardship {
  const spent = rule.spending.map((part) => ({
    name: spendingPartNames[part],
    ...(spending[part] !== undefined && { amountFen: spending[part] }),
  }))
  const line = rule.within === undefined ? undefined : standings.find((one) => one.line.id === rule.within)
  const missing = [
    ...income.missing,
    ...spent.flatMap(({ name, amountFen }) => (amountFen === undefined ? [`${name}支出`] : [])),
    ...(line && !line.on ? [line.line.name] : []),
  ]
  if (missing.length > 0 || !income.total) return { rule, spent, missing }
  const { incomeFen, people } = income.total
  const spentFen = sumFen(spent.map(({ amountFen }) => amountFen!))
  const over = spentFen * 100 > incomeFen * rule.overPercent
  const within = line?.own?.within ?? rule.within === undefined
  return {
    rule,
    spent,
    missing,
    found: { spentFen, leftFen: fen(Math.floor((incomeFen - spentFen) / (people * 12))), over, within, meets: over && within },
  }
}
