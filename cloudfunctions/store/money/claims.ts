import type { CountedClaim, CountedSum } from '#domain/money/money-sums'
import { collection, index } from '../db/collection'

/**
 * One due as the ledger has it, brought up to date by reconciliation, in 分. Always: due = credited + all outstanding, and
 * paid − recovered = credited + all surplus.
 */
export interface Claim extends CountedClaim {
  /** From the claim's key. */
  _id: string
  claim: string
  /** Whose it is, where it is a household's who heads it. */
  personId: string
  householdId: string | null
  /** '' of those on no register. */
  villageCode: string
  period: string
  reconciledAt: string
}
export const claims = collection<Claim>('claims', [
  index('month', 'programme', 'townCode', '_id'),
  index('townCode', 'month', 'programme'),
  index('month', '_id'),
  index('month', 'villageCode', '_id'),
  index('month', 'householdId', 'personId'),
  index('householdId', '-month'),
  index('personId', 'month'),
  index('claim'),
])

/** A programme × town × month of the ledger, counted from its claims. */
export interface MoneySum extends CountedSum {
  /** month/programme/town. */
  _id: string
  reconciledAt: string
}
export const moneySums = collection<MoneySum>('money_sums', [
  index('month', 'programme'),
  index('programme', 'month'),
  index('townCode', 'month'),
])
