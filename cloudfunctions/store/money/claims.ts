import type { OutstandingReason, SurplusReason } from '#domain/money/claims'
import type { Fen } from '#domain/money/money'
import type { Day, Month } from '#domain/time/dates'
import { collection, index } from '../db/collection'

interface Part<Reason extends string> {
  reason: Reason
  fen: Fen
  /** Since when it stands like that; null where nobody can say. */
  since: Day | null
  records: { kind: string; id: string }[]
}

/**
 * One due as the ledger has it, brought up to date by reconciliation, in 分. Always: due = credited + all outstanding, and
 * paid − recovered = credited + all surplus.
 */
export interface Claim {
  _id: string
  claim: string
  programme: string
  personId: string
  householdId: string | null
  townCode: string
  villageCode: string
  period: string
  month: Month
  dueFen: Fen
  creditedFen: Fen
  paidFen: Fen
  recoveredFen: Fen
  outstanding: Part<OutstandingReason>[]
  surplus: Part<SurplusReason>[]
  /** The farmer says otherwise than the bank, and nobody has answered. */
  disputed: boolean
  /** When the money reached the county, and when the last of it reached the farmer. */
  fundedOn: Day | null
  creditedOn: Day | null
  reconciledAt: string
}
export const claims = collection<Claim>('claims', [
  index('month', 'programme', 'townCode', '_id'),
  index('townCode', 'month', 'programme'),
  index('householdId', '-month'),
  index('personId', 'month'),
  index('claim'),
])

/** A programme × town × month of the ledger, counted from its claims. In 分. */
export interface MoneySum {
  /** month/programme/town. */
  _id: string
  month: Month
  programme: string
  townCode: string
  claims: number
  dueFen: Fen
  creditedFen: Fen
  surplusFen: Fen
  /** By reason. */
  outstandingFen: Partial<Record<OutstandingReason, Fen>>
  disputed: number
  /** Days that the oldest money not yet with the farmer has lain 滞留: from `oldestSince`. */
  oldestSince: Day | null
  reconciledAt: string
}
export const moneySums = collection<MoneySum>('money_sums', [
  index('month', 'programme'),
  index('programme', 'month'),
  index('townCode', 'month'),
])
