import type { Fen } from '../money/money'
import type { Category } from '../register/register'
import type { Month } from '../time/dates'

/**
 * Whose a programme's money is. All that is named must hold: what the household is on the register as, a disability as departments' lists
 * have it, full years of age (`until` is the last one that counts), a school's list for the time.
 */
interface DueTo {
  categories?: Category[]
  disability?: { kinds?: string[]; grades?: string[] }
  age?: { from?: number; until?: number }
  pupil?: true
}

/**
 * How much. `register`: the household's amount on the register, a month. `rates`: the first that fits, in 分 a month, or for a whole period;
 * of a household's money once, or for each member on the register. `list`: what a department's list awards. `plan`: nobody can say before
 * the plan does.
 */
type DueAmount =
  { by: 'register' | 'list' | 'plan' } | { by: 'rates'; per: 'month' | 'period'; forEach?: 'household' | 'member'; rates: DueRate[] }

interface DueRate {
  categories?: Category[]
  grades?: string[]
  fen: Fen
}

/** Whether the month in which something came about is due still. */
type LastMonth = 'same' | 'before'

/** What somebody is due of a programme, from a month on; the next one takes its place. */
export interface DueRule {
  from: Month
  /** The last month; none: it holds until the next one does, or for good. */
  until?: Month
  to: DueTo
  amount: DueAmount
  /** From which month a decision or a birthday counts. What a list says counts from the month of the list. */
  firstMonth: 'same' | 'next'
  lastMonth: { died: LastMonth; exited: LastMonth; movedOut: LastMonth; changed: LastMonth }
  /** In which month of its period, from 1, it is to be paid: 4 of a quarter is the first month after it. */
  payIn: number
  /** So many months back a due that becomes known late is paid; 0: only from now on. */
  backMonths: number
  source: string
  unverified?: boolean
}

/**
 * A programme that the same person cannot draw at the same time. `stays`: which of the two stays. One that nobody has verified takes
 * nothing from anybody: it is pointed out.
 */
export interface Exclusion {
  programme: string
  stays: 'this' | 'other'
  from: Month
  source: string
  unverified?: boolean
}

/** What holds of a programme for a month. */
export const dueRuleOn = (rules: readonly DueRule[] | undefined, month: Month): DueRule | undefined =>
  rules?.filter(({ from, until }) => from <= month && (until === undefined || month <= until)).at(-1)
