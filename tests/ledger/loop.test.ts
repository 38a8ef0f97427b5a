import { sumFen } from '#domain/money/money'
import { findEach } from '#store/db/read'
import { claims, moneySums } from '#store/money/claims'
import { planOf, theDesk } from '../batches/desk'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { startCloud, type Cloud } from '../harness/cloud'
import { fileOf, findings, takenFiles } from '../intake/truth'
import { reconcileMonths } from './reconcile'

/** The departments' October goes its way through a batch: at each step the ledger balances to the cent and says where the money is. */
let cloud: Cloud
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-12T02:00:00Z')
  cloud = await startCloud()
  for (const { path, kind } of takenFiles) if (kind !== 'bank-receipt') await cloud.importFile(path)
}, 300_000)
afterAll(async () => {
  jest.useRealTimers()
  await cloud.close()
})

/** What is outstanding of October by reason, once everything balances. */
async function outstanding(): Promise<Record<string, number>> {
  await reconcileMonths(cloud, '2026-10')
  const [all, sums] = [await findEach(cloud.db, claims, { month: '2026-10' }), await findEach(cloud.db, moneySums, { month: '2026-10' })]
  for (const one of all) {
    expect(one.dueFen).toBe(one.creditedFen + sumFen(one.outstanding.map((part) => part.fen)))
    expect(one.paidFen - one.recoveredFen).toBe(one.creditedFen + sumFen(one.surplus.map((part) => part.fen)))
  }
  expect(sumFen(sums.map(({ dueFen }) => dueFen))).toBe(sumFen(all.map(({ dueFen }) => dueFen)))
  const reasons: Record<string, number> = {}
  for (const { reason, fen } of all.flatMap((one) => one.outstanding)) reasons[reason] = (reasons[reason] ?? 0) + fen
  return reasons
}

test('planned, drafted, at the bank, answered: all that is due is in one place at a time', async () => {
  const desk = await theDesk(cloud)
  const planned = (await outstanding()).planned!
  expect(planned).toBeGreaterThan(0)
  const batch = await desk.draft({ importId: await planOf(cloud) })
  expect((await outstanding()).drafted).toBe(planned)
  await desk.ask('decideLines', { id: batch.row.id, flag: 'duplicate_payment', count: 2, act: 'pay', words: '先照计划发' })
  const sent = await desk.toBank(await desk.current(batch.row.id), '2026-10-12')
  expect((await outstanding())['at-bank']).toBe(planned)
  onlyTheClockIsFake('2026-10-16T02:00:00Z')
  await cloud.importFile(fileOf(4).path)
  const expected = { refused: fileOf(4).failed!.sum_fen, unanswered: findings('plan_without_receipt')[0]!.fen! }
  // Before the lines have caught up with the receipt.
  expect(await outstanding()).toMatchObject({ refused: expected.refused })
  await desk.answered(sent.row.id)
  expect(await outstanding()).toMatchObject(expected)
  const all = await findEach(cloud.db, claims, { month: '2026-10' })
  expect(sumFen(all.map(({ paidFen }) => paidFen))).toBe(fileOf(4).success!.sum_fen - findings('receipt_without_plan')[0]!.fen!)
}, 120_000)
