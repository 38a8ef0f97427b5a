import type { Day, Month } from '#domain/time/dates'
import { collection, index } from '../db/collection'
import { sealed } from '../db/keyed'

/**
 * What somebody said of a household's income in twelve months. Statements stand beside each other: a newer one does not write over an
 * older, and what follows from one is worked out when somebody asks (domain/money/assess-income), by the lines of that day.
 */
export interface IncomeStatement {
  _id: string
  householdId: string
  /** The last of the twelve months. */
  to: Month
  /** Who says it: a check at home, an officer at the desk, a department's file. */
  from: 'home-check' | 'desk' | 'file'
  /** The case, the writing or the import that it came with. */
  ref: string
  /** Whose check, desk or file it is. */
  agency: string
  /** An `IncomeStated` and on what it rests, as JSON: what somebody earns is nobody else's. */
  statedSealed: string
  /** The day on which it was said. */
  saidOn: Day
  importedAt: string
}
export const incomes = collection<IncomeStatement>('incomes', [index('householdId'), index('saidOn')], { statedSealed: sealed() })
