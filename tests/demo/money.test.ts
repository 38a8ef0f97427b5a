import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { doors } from '#contract/doors'
import { sumFen } from '#domain/money/money'
import { generateDemo, type DemoFile } from '#local/demo/files/generate'
import type { Planted } from '#local/demo/files/plant'
import type { LocalCloud } from '#local/host/cloud'
import type { Main } from '#local/host/server'
import { findEach } from '#store/db/read'
import { alertEvents, alerts } from '#store/work/alerts'
import { batches, batchEvents, batchLines, type Batch } from '#store/money/batches'
import { confirmations } from '#store/money/confirmations'
import { requests } from '#store/work/requests'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'

/** The last three of the demo's months, in four of its towns. */
const towns = ['南田镇', '大峃镇', '珊溪镇', '玉壶镇']
const folder = mkdtempSync(join(tmpdir(), 'demo-money-'))
let cloud: Cloud
let planted: Planted[]
let all: Batch[]

beforeAll(async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  cloud = await startCloud()
  const files = await generateDemo({
    ...{ county: cloud.county, today: '2026-10-20', outDir: folder, towns },
    onPlanted: (some) => (planted = some),
  })
  for (const { path } of files.filter(({ kind }) => kind === 'register' || kind === 'vital')) await cloud.importFile(path)
  await live(files.filter(({ month = '' }) => month >= '2026-08'))
  all = await findEach(cloud.db, batches, {})
}, 600_000)
afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true })
})

/** As a first start does, on this test's cloud. Loaded only now: the clock it sets back to is the fake one. */
async function live(files: DemoFile[]): Promise<void> {
  const { settleMoney } = await import('#local/demo/money/settle')
  const { shiftClock } = await import('#local/gateway/thread/shifted-clock')
  const loaded = await Promise.all(
    Object.keys(doors).map(async (name) => {
      const { main } = (await import(`../../cloudfunctions/functions/${name}/index`)) as { main: Main }
      return [name, main] as const
    }),
  )
  const { db, keys, county, dataDir, operate } = cloud
  const local = {
    ...{ keys, county, data: { path: dataDir }, functions: Object.fromEntries(loaded) },
    operate: (name: 'intake' | 'patrol', action: string, input: unknown) => operate(action, input, name),
    shiftClock: (ms: number) => Promise.resolve(shiftClock(ms)),
  }
  await settleMoney(local as unknown as LocalCloud, db, files)
  // The night after, as an open county lives it: dues, the ledger, and alerts.
  jest.setSystemTime(new Date('2026-10-21T02:00:00Z'))
  for (const action of ['entitle', 'ledger', 'alerts']) while ((await operate<{ more: boolean }>(action, {}, 'patrol')).more);
}

const of = (month: string, from: Batch['source']['from'] = 'plan') => all.find((one) => one.month === month && one.source.from === from)!
const linesOf = ({ _id }: Batch) => findEach(cloud.db, batchLines, { batchId: _id })

test('each month goes its way on its own days, by two people', async () => {
  expect(all.map(({ month, source, state }) => [month, source.from, state]).sort()).toEqual([
    // An account was mended, and nobody has sent the money again.
    ['2026-08', 'plan', 'answered'],
    // What was paid to somebody who had died is being taken back.
    ['2026-09', 'plan', 'answered'],
    ['2026-10', 'plan', 'answered'],
    ['2026-10', 'returned', 'draft'],
  ])
  for (const month of ['2026-08', '2026-09', '2026-10']) {
    const { approvedOn, handedOn, submittedBy, approvedBy } = of(month)
    expect([approvedOn, handedOn, submittedBy, approvedBy]).toEqual([`${month}-12`, `${month}-14`, 'demo-finance', 'demo-finance-head'])
  }
  const said = await findEach(cloud.db, batchEvents, { batchId: of('2026-08')._id, lineId: null })
  expect(said.sort((a, b) => a.n - b.n).map(({ act }) => act)).toEqual(['open', 'submit', 'approve', 'handOver', 'answer'])
})

test('what the bank refused goes on in the next month’s batch, and the old line ends there', async () => {
  const [older, newer] = [await linesOf(of('2026-08')), await linesOf(of('2026-09'))]
  const again = older.filter(({ state }) => state === 'reissued')
  expect(again.length).toBeGreaterThan(0)
  for (const line of again)
    expect(newer.find(({ _id }) => _id === line.reissuedAs)).toMatchObject({ claim: line.claim, amountFen: line.amountFen })
  expect(new Set(older.map(({ state }) => state))).toEqual(new Set(['credited', 'reissued', 'mended']))
  expect(sumFen(older.map(({ amountFen }) => amountFen))).toBe(of('2026-08').totals.fen)
})

test('the newest month stays open: the featured wife’s allowance waits for another account', async () => {
  const lines = await linesOf(of('2026-10'))
  expect(lines.filter(({ state }) => state === 'refused').map(({ accountName }) => accountName)).toContain('李秀珠')
  const returned = await linesOf(of('2026-10', 'returned'))
  expect(returned.map(({ accountName }) => accountName)).toContain('李秀珠')
  expect(returned.every(({ decided }) => decided === null)).toBe(true)
  // The account that was mended meanwhile is in no doubt any more.
  const mended = (await linesOf(of('2026-08'))).filter(({ state }) => state === 'mended')
  expect(returned.filter(({ flags }) => flags.length === 0).map(({ reissueOf }) => reissueOf)).toEqual(mended.map(({ _id }) => _id))
})

test('money of somebody who died is left out once it is seen, and taken back where it had gone', async () => {
  const [before, last] = [await linesOf(of('2026-09')), await linesOf(of('2026-10'))]
  const marked = (lines: typeof last) => lines.filter(({ flags }) => flags.some(({ code }) => code === 'paid_after_death'))
  expect(marked(before).map(({ state, recoveredFen, creditedFen }) => [state, recoveredFen * 2 - creditedFen])).toEqual([['recovering', 0]])
  expect(marked(last).map(({ state, decided }) => [state, decided])).toEqual([['left-out', 'leaveOut']])
})

test('farmers say what came; all disputes but one are answered', async () => {
  const said = await findEach(cloud.db, confirmations, {})
  expect(said.filter((one) => one.said === 'received').length).toBeGreaterThanOrEqual(20)
  const asked = await findEach(cloud.db, requests, {})
  expect([asked.length, asked.filter(({ answeredAt }) => answeredAt === null).length]).toEqual([3, 1])
})

test('an account that two people put right and whose money nobody sent again is the one that lies', async () => {
  const [line, ...others] = (await linesOf(of('2026-08'))).filter(({ state }) => state === 'mended')
  expect(others).toEqual([])
  const way = await findEach(cloud.db, batchEvents, { lineId: line!._id })
  const by = new Map(way.map(({ act, by: one }) => [act as string, one.as === 'staff' ? one.staffId : one.as]))
  expect([by.get('refuse'), by.get('mend'), by.get('agreeMend')]).toEqual(['itself', 'demo-finance', 'demo-finance-head'])
  const lying = await findEach(cloud.db, alerts, { detector: 'money_lying' })
  expect(lying.flatMap(({ parts }) => parts.map(({ amountFen }) => amountFen))).toEqual([line!.amountFen])
})

test('every mistake in the files raised its alert by itself', async () => {
  const kinds = planted.map(({ kind }) => kind)
  const raised = new Set((await findEach(cloud.db, alerts, {})).map(({ detector }) => detector))
  expect(kinds.filter((kind) => !raised.has(kind))).toEqual([])
})

test('the paper’s four cases of funds went through the spine, by two offices', async () => {
  const closed = await findEach(cloud.db, alerts, { state: 'closed' })
  expect(closed.map(({ detector, outcome }) => [detector, outcome]).sort()).toEqual([
    ['account_name_mismatch', 'fund'],
    ['amount_mismatch', 'fund'],
    ['duplicate_payment', 'fund'],
    ['not_on_register', 'fund'],
  ])
  for (const { _id } of closed) {
    const way = (await findEach(cloud.db, alertEvents, { alertId: _id })).map(({ act }) => act as string)
    expect(way).toEqual(expect.arrayContaining(['hand', 'inspect', 'order', 'rectified', 'pass']))
  }
})
