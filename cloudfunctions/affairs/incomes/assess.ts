import type { IncomeLine } from '#contract/household/income'
import { assess, sayAssessed } from '#domain/money/assess-income'
import { incomeMonths } from '#domain/money/income'
import { addMonths, sayWhen } from '#domain/time/dates'
import type { On } from '#kernel/call/on'
import type { IncomeStatement } from '#store/people/incomes'
import { openIncome } from './keep'

const fromWords = { 'home-check': '入户核查', desk: '登记', file: '收入核算表' } as const

/**
 * A statement as people read it: its sum part by part, every line of today with how the income stands to it, and what follows. What is
 * missing is named; nothing here says that somebody does not fit because a number is not known. `evidence`: on what it rests, for officers.
 */
export function tellIncome(on: On, statement: IncomeStatement, { evidence }: { evidence: boolean }): IncomeLine {
  const { county, moment } = on
  const kept = openIncome(on, statement)
  const agency = county.agencies.find(({ id }) => id === statement.agency)?.name ?? statement.agency
  const words = sayAssessed(county, assess(county, kept.stated, moment.today))
  const old = statement.to < addMonths(incomeMonths(moment.today).to, -11)
  return {
    id: statement._id,
    months: `${sayWhen(addMonths(statement.to, -11))}到${sayWhen(statement.to)}`,
    said: `${agency}${fromWords[statement.from]}，${sayWhen(statement.saidOn)}`,
    ...words,
    ...(old && { old: true as const }),
    ...(evidence && kept.evidence !== '' && { evidence: kept.evidence }),
  }
}

/** The newest months first, of the same months what was said last. */
export const inOrder = (statements: readonly IncomeStatement[]): IncomeStatement[] =>
  [...statements].sort(
    (a, b) =>
      b.to.localeCompare(a.to) ||
      b.saidOn.localeCompare(a.saidOn) ||
      b.importedAt.localeCompare(a.importedAt) ||
      a._id.localeCompare(b._id),
  )
