import type { BatchFile } from '#contract/office/batches'
import { tendBatches } from '#affairs/batches/tend'
import { isFrozen } from '#domain/work/batches'
import { sumFen } from '#domain/money/money'
import { now } from '#kernel/call/clock'
import { findEach } from '#store/db/read'
import { batches, batchLines, type Batch, type BatchLine, type ControlTotals } from '#store/money/batches'
import { payments, receipts } from '#store/money/money'
import { theDesk, type Desk } from '../batches/desk'
import { ledgerNow } from '../batches/ledger-now'
import type { Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { numberOf, workbook } from '../intake/made'
import { registerOf } from '../register/village'

/** What is asked of the real county, and what has to hold of it whatever was asked. */
export interface Real {
  cloud: Cloud
  desk: Desk
  /** Totals of batches as they were approved. */
  frozen: Map<string, ControlTotals>
  /** Receipts that were taken in, to be taken in again. */
  files: string[]
  day: number
}
const people = [1, 2, 3, 4]
const name = (n: number) => `陈${'甲乙丙丁'[n - 1]!}`

export async function aCounty(cloud: Cloud): Promise<Real> {
  await cloud.empty()
  const real = { cloud, frozen: new Map(), files: [], day: 8 } as unknown as Real
  tomorrow(real)
  await registerOf(cloud, '2026-10-01', ...people.map((n) => ({ members: [[n, name(n), '户主'] as [number, string, string]] })))
  real.desk = await theDesk(cloud)
  await planned(
    real,
    people.map((n) => 50_000 + n),
  )
  return real
}

/** The next day: later things carry later dates. */
export function tomorrow(real: Real): void {
  real.day++
  onlyTheClockIsFake(`${today(real)}T02:00:00Z`)
}
export const today = ({ day }: Real): string => new Date(Date.UTC(2026, 9, day)).toISOString().slice(0, 10)

/** October's plan: what each of the people is to get, in 分; nothing: their row is not in it. */
export async function planned({ cloud }: Real, fen: readonly number[]): Promise<void> {
  const rows = fen.flatMap((amount, i) => {
    const n = i + 1
    const card = ['6200000099999999909', '6200000099999999917', '6200000099999999925', '6200000099999999933'][i]!
    return amount === 0 ? [] : [[n, '大峃镇', '苔湖村', name(n), numberOf(n), name(n), card, '低保金', '2026年10月', amount / 100]]
  })
  const headings = ['序号', '乡镇', '村', '姓名', '身份证号', '开户名', '卡号', '项目', '属期', '应发金额(元)']
  await cloud.importBytes(
    '财政局_发放计划_2026年10月.xlsx',
    workbook([['发放计划（2026年10月）'], ['编制单位：文成县财政局'], headings, ...rows]),
  )
}

/** Batches that stand there. */
export const batchesIn = async ({ cloud }: Real, ...states: Batch['state'][]): Promise<Batch[]> =>
  (await findEach(cloud.db, batches, { state: { $in: states } })).sort((a, b) => a._id.localeCompare(b._id))
export const linesIn = async ({ cloud }: Real, ...states: BatchLine['state'][]): Promise<BatchLine[]> => {
  const sent = new Set((await batchesIn({ cloud } as Real, 'sent', 'answered', 'closed')).map(({ _id }) => _id))
  const found = await findEach(cloud.db, batchLines, { state: { $in: states } })
  return found.filter(({ batchId }) => sent.has(batchId)).sort((a, b) => a._id.localeCompare(b._id))
}
export const fileOf = ({ desk }: Real, { _id }: Batch): Promise<BatchFile> => desk.current(_id)

/** What receipts say reaches the batches. */
export async function answered(real: Real): Promise<true> {
  await tendBatches({ db: real.cloud.db, moment: now() })
  for (const { _id } of await batchesIn(real, 'frozen', 'sent', 'answered', 'closed')) await real.desk.done(await real.desk.current(_id))
  return true
}

/** Done, or refused in words; anything else is a fault. */
export async function asked(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    expect((error as Error).message).toMatch(/^(bad-input|not-allowed|not-found): /)
    return false
  }
}

/** Nothing is made or lost; what was approved stands; a plan row is in one living batch at most. */
export async function holds(real: Real): Promise<void> {
  const { cloud, frozen } = real
  const ledger = await ledgerNow(cloud, '2026-10')
  const [rows, came, all] = await Promise.all([
    findEach(cloud.db, payments, {}),
    findEach(cloud.db, receipts, { state: 'credited' }),
    findEach(cloud.db, batchLines, {}),
  ])
  const ours = new Set(rows.map(({ _id }) => _id))
  expect(ledger.paid).toBe(
    sumFen(came.filter(({ paymentId }) => paymentId !== null && ours.has(paymentId)).map(({ amountFen }) => amountFen)),
  )
  expect(ledger.recovered).toBe(sumFen(all.map(({ recoveredFen }) => recoveredFen)))
  const living = new Set<string>()
  const cancelled = new Set((await batchesIn(real, 'cancelled')).map(({ _id }) => _id))
  for (const { paymentId, batchId, state } of all) {
    if (paymentId === null || cancelled.has(batchId) || state === 'left-out') continue
    expect(living.has(paymentId)).toBe(false)
    living.add(paymentId)
  }
  for (const { _id, state, totals } of await findEach(cloud.db, batches, {})) {
    if (!isFrozen(state)) {
      frozen.delete(_id)
      continue
    }
    const going = all.filter(({ batchId, serial }) => batchId === _id && serial !== null)
    expect(totals).toEqual({ lines: going.length, fen: sumFen(going.map(({ amountFen }) => amountFen)) })
    expect(totals).toEqual(frozen.get(_id) ?? totals)
    frozen.set(_id, totals)
  }
}
