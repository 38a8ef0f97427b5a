import { sumFen } from '#domain/money/money'
import type { Month } from '#domain/time/dates'
import { findEach } from '#store/db/read'
import { claims, moneySums, type Claim } from '#store/money/claims'
import type { Cloud } from '../harness/cloud'
import { reconcileMonths } from '../ledger/reconcile'

const byReason = (parts: readonly { reason: string; fen: number }[]): Record<string, number> => {
  const sums: Record<string, number> = {}
  for (const { reason, fen } of parts) sums[reason] = (sums[reason] ?? 0) + fen
  return sums
}

/** The ledger of a month as it stands, in 分: reconciled anew, every due and every sum balanced. */
export async function ledgerNow(cloud: Cloud, month: Month) {
  await reconcileMonths(cloud, month)
  const all = await findEach(cloud.db, claims, { month })
  for (const one of all) balances(one)
  const sums = await findEach(cloud.db, moneySums, { month })
  for (const sum of sums) {
    const own = all.filter(({ programme, townCode }) => programme === sum.programme && townCode === sum.townCode)
    const total = (of: (one: Claim) => number) => own.reduce((sofar, one) => sofar + of(one), 0)
    expect(sum).toMatchObject({
      ...{ claims: own.length, dueFen: total((one) => one.dueFen), creditedFen: total((one) => one.creditedFen) },
      outstandingFen: byReason(own.flatMap(({ outstanding }) => outstanding)),
    })
  }
  expect(sums.reduce((total, { claims: count }) => total + count, 0)).toBe(all.length)
  const of = (key: 'dueFen' | 'creditedFen' | 'paidFen' | 'recoveredFen') => sumFen(all.map((one) => one[key]))
  return {
    ...{ due: of('dueFen'), credited: of('creditedFen'), paid: of('paidFen'), recovered: of('recoveredFen') },
    outstanding: byReason(all.flatMap(({ outstanding }) => outstanding)),
    surplus: byReason(all.flatMap(({ surplus }) => surplus)),
  }
}

function balances({ claim, dueFen, creditedFen, paidFen, recoveredFen, outstanding, surplus }: Claim): void {
  const left = sumFen(outstanding.map(({ fen }) => fen))
  const over = sumFen(surplus.map(({ fen }) => fen))
  expect([claim, dueFen, paidFen - recoveredFen]).toEqual([claim, creditedFen + left, creditedFen + over])
  expect([dueFen, creditedFen, paidFen, recoveredFen].every((one) => Number.isSafeInteger(one) && one >= 0)).toBe(true)
}
