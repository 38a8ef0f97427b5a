import type { Day, Month } from '../time/dates'
import type { OutstandingReason } from './claims'
import { fen, sumFen, type Fen } from './money'
import type { Reconciled } from './reconcile-facts'

/** A due as it is counted. */
export interface CountedClaim extends Reconciled {
  month: Month
  programme: string
  townCode: string
}

/** A programme × town × month of the ledger, in 分. Always: due = credited + all outstanding. */
export interface CountedSum {
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
  /** Since when the oldest money that has not come has lain with the county. */
  oldestSince: Day | null
}

const sumKey = ({ month, programme, townCode }: Pick<CountedSum, 'month' | 'programme' | 'townCode'>): string =>
  `${month}/${programme}/${townCode}`

/** Adds dues to what was counted before, by `sumKey`; what it is given stays as it was. */
export function countClaims(before: Readonly<Record<string, CountedSum>>, claims: readonly CountedClaim[]): Record<string, CountedSum> {
  const sums = structuredClone(before) as Record<string, CountedSum>
  for (const claim of claims) {
    const sum = (sums[sumKey(claim)] ??= empty(claim))
    sum.claims++
    sum.dueFen = fen(sum.dueFen + claim.dueFen)
    sum.creditedFen = fen(sum.creditedFen + claim.creditedFen)
    sum.surplusFen = sumFen([sum.surplusFen, ...claim.surplus.map((part) => part.fen)])
    for (const part of claim.outstanding) sum.outstandingFen[part.reason] = fen((sum.outstandingFen[part.reason] ?? 0) + part.fen)
    if (claim.disputed) sum.disputed++
    if (claim.lyingSince !== null && (sum.oldestSince === null || claim.lyingSince < sum.oldestSince)) sum.oldestSince = claim.lyingSince
  }
  return sums
}

const empty = ({ month, programme, townCode }: CountedClaim): CountedSum => ({
  ...{ month, programme, townCode, claims: 0, dueFen: fen(0), creditedFen: fen(0), surplusFen: fen(0), outstandingFen: {} },
  ...{ disputed: 0, oldestSince: null },
})
