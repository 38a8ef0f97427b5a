import type { Programme } from '../../county/county'
import { dueRuleOn, type DueRule } from '../../county/due-rules'
import { addMonths, type Month } from '../../time/dates'
import { monthsOf, type Period } from '../../time/list-periods'

/** Months of payment that are asked for, both included. */
export interface DueMonths {
  from: Month
  to: Month
}

/** A period that is to be paid in one of the months asked for. */
export interface DuePeriod {
  period: Period
  months: Month[]
  month: Month
  rule: DueRule
}

/** No rule pays later than so many months from its period's first. */
const latest = 24

/** The periods of a programme that are to be paid in some months, in time. A period goes by the rule of its first month. */
export function periodsDue({ interval, due }: Pick<Programme, 'interval' | 'due'>, { from, to }: DueMonths): DuePeriod[] {
  const found: DuePeriod[] = []
  for (let month = addMonths(from, -latest); month <= to; month = addMonths(month, 1)) {
    const period = periodFrom(interval, month)
    const rule = period && dueRuleOn(due, month)
    if (!period || !rule) continue
    const paid = payMonth(rule, period)
    if (paid >= from && paid <= to) found.push({ period, months: monthsIn(period), month: paid, rule })
  }
  return found
}

const payMonth = ({ payIn }: DueRule, period: Period): Month => addMonths(monthsOf(period).from, payIn - 1)

/**
 * The month in which what a list awards is to be paid. Of a programme that is paid by months or quarters a list may be of several at once:
 * they are paid with the last of them.
 */
export function payMonthOfList({ payIn }: DueRule, interval: Programme['interval'], period: Period): Month {
  const { from, until } = monthsOf(period)
  if (interval === 'monthly') return addMonths(until, payIn - 1)
  return interval === 'quarterly' ? addMonths(until, payIn - 3) : addMonths(from, payIn - 1)
}

/** The months of a period, in time. */
function monthsIn(period: Period): Month[] {
  const { from, until } = monthsOf(period)
  const months: Month[] = []
  for (let month = from; month <= until; month = addMonths(month, 1)) months.push(month)
  return months
}

/** The period of an interval that begins with a month: quarters with January, terms with February and August. */
function periodFrom(interval: Programme['interval'], month: Month): Period | undefined {
  const [year, n] = month.split('-').map(Number) as [number, number]
  switch (interval) {
    case 'monthly':
    case 'once':
      return month
    case 'quarterly':
      return n % 3 === 1 ? `${year}-Q${((n + 2) / 3) as 1 | 2 | 3 | 4}` : undefined
    case 'term':
      return n === 2 ? `${year}-spring` : n === 8 ? `${year}-autumn` : undefined
    case 'yearly':
      return n === 1 ? `${year}` : undefined
  }
}
