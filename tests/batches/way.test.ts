import { join } from 'node:path'
import type { BatchFile } from '#contract/office/batches'
import { findEach } from '#store/db/read'
import { batchDifferences, batchLines } from '#store/money/batches'
import { payments } from '#store/money/money'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { startCloud, type Cloud } from '../harness/cloud'
import { answerTo } from './bank'
import { planOf, refusal, theDesk, type Desk } from './desk'

/** A small plan from its draft to the end, with what can go wrong on the way. */
let cloud: Cloud
let desk: Desk
let first: BatchFile
const plan = join(__dirname, '../fixtures/faults/06a_发放计划_2026年10月.xlsx')
const corrected = join(__dirname, '../fixtures/faults/06b_发放计划_更正_2026年10月.xlsx')
const newCard = '6200000099999999990'

beforeAll(async () => {
  onlyTheClockIsFake('2026-10-12T02:00:00Z')
  cloud = await startCloud()
  await cloud.importFile(plan)
  desk = await theDesk(cloud)
}, 120_000)
afterAll(async () => {
  jest.useRealTimers()
  await cloud.close()
})

const linesOf = async (batch: BatchFile, state?: string) => (await desk.lines(batch.row.id, state ? { state } : {})).rows

test('a draft is redrafted from a plan that was corrected, and says what changed', async () => {
  first = await desk.draft({ importId: await planOf(cloud) })
  const { totals, id } = first.row
  await cloud.importFile(corrected)
  first = await desk.done(await desk.ask('redraftBatch', { id }))
  expect(first.differences).toEqual({ added: 0, gone: 0, changed: 1, fen: 10000 })
  expect(first.row.totals).toEqual({ lines: totals.lines, fen: totals.fen + 10000 })
  const { rows } = await desk.ask<{ rows: object[] }>('batchDifferences', { id, kind: 'changed' })
  expect(rows).toEqual([expect.objectContaining({ beforeFen: 105000, afterFen: 115000, account: false })])
})

test('what stands in one batch stands in no other: the overlap is listed, and free again when it is cancelled', async () => {
  const { importId } = (await findEach(cloud.db, payments, {}))[0]!
  const second = await desk.draft({ importId })
  expect(second.row.totals.lines).toBe(0)
  expect(second.overlap).toEqual({ ...first.row.totals, batches: [first.row.name] })
  expect(await refusal(desk.submit(second))).toContain('一行要发的也没有')
  await desk.done(await desk.ask('cancelBatch', { id: second.row.id, words: '重复编了' }, desk.as.head))
  const one = (await linesOf(first))[0]!
  expect((await findEach(cloud.db, batchLines, { _id: one.id }))[0]!.batchId).toBe(first.row.id)
})

test('thawing it takes two, and brings it back as it was', async () => {
  await desk.decideAll(first.row.id)
  const totals = (await desk.current(first.row.id)).row.totals
  first = await desk.approve(await desk.submit(await desk.current(first.row.id)))
  const at = { id: first.row.id, words: '户名有误，要改' }
  expect(await refusal(desk.ask('decideResetBatch', { ...at, act: 'reset' }, desk.as.head))).toContain('没有人申请解冻')
  await desk.ask('askResetBatch', at, desk.as.data)
  expect(await refusal(desk.ask('decideResetBatch', { ...at, act: 'reset' }, desk.as.data))).toContain('不是申请解冻的人')
  first = await desk.done(await desk.ask('decideResetBatch', { ...at, act: 'reset' }, desk.as.head))
  expect(first.row).toMatchObject({ state: 'draft', totals })
  expect((await findEach(cloud.db, batchLines, { batchId: first.row.id })).every(({ serial }) => serial === null)).toBe(true)
})

test('the bank refuses one line; a line of its receipt that is nobody’s here holds nothing up', async () => {
  first = await desk.toBank(first, '2026-10-12')
  onlyTheClockIsFake('2026-10-16T02:00:00Z')
  await answerTo(cloud, desk, first, '20261015', (serial) => (serial === 2 ? 'E101|户名不符|' : undefined), [
    '99|6200000012345678901|毛阿四|312.50|0000|交易成功|20261015',
  ])
  first = await desk.answered(first.row.id)
  expect(first.row.state).toBe('answered')
  expect((await linesOf(first, 'refused')).map(({ serial, bankWords }) => [serial, bankWords])).toEqual([[2, '户名不符']])
  expect(await linesOf(first, 'credited')).toHaveLength(first.row.totals.lines - 1)
  expect(first.wrong).toEqual([])
})

test('another account takes evidence and two people; others neither see nor do it', async () => {
  const [line] = await linesOf(first, 'refused')
  const mend = { accountName: '张新户', card: newCard }
  expect(await refusal(desk.onLine('mendLine', line!.id, { ...mend, words: '' }))).toContain('凭什么改')
  for (const who of [desk.as.town, desk.as.elsewhere])
    expect(await refusal(desk.onLine('mendLine', line!.id, mend, who))).toContain('没有这一行')
  expect(await refusal(desk.onLine('mendLine', line!.id, mend, desk.as.discipline))).toContain('这件事不归您办')
  await desk.onLine('mendLine', line!.id, mend, desk.as.data)
  const agree = { act: 'agreeMend', words: '看过银行卡' }
  expect(await refusal(desk.onLine('decideMend', line!.id, agree, desk.as.data))).toContain('不是提出改账户的人')
  const mended = await desk.onLine('decideMend', line!.id, agree, desk.as.head)
  expect(mended.row.state).toBe('mended')
  expect(mended.history.map(({ act }) => act)).toEqual(expect.arrayContaining(['refuse', 'mend', 'agreeMend']))
})

test('it is sent again within the month, to the new account; the old line is at its end, and the first receipt answers the old one only', async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  let again = await desk.draft({ from: 'returned' })
  expect(again.row.totals.lines).toBe(1)
  again = await desk.toBank(again, '2026-10-20')
  expect((await linesOf(first, 'reissued')).map(({ serial }) => serial)).toEqual([2])
  const [line] = await linesOf(again)
  const paid = (await findEach(cloud.db, batchLines, { _id: line!.id }))[0]!
  const [row] = await findEach(cloud.db, payments, { _id: paid.paymentId })
  expect(row).toMatchObject({ month: '2026-10', handedOn: '2026-10-20' })
  expect(row!.reissueOf).toBeDefined()
  onlyTheClockIsFake('2026-10-26T02:00:00Z')
  await answerTo(cloud, desk, again, '20261025', () => undefined)
  again = await desk.answered(again.row.id)
  expect((await linesOf(again)).map(({ state }) => state)).toEqual(['credited'])
  expect(await linesOf(first, 'reissued')).toHaveLength(1)
  expect((await desk.ask('closeBatch', { id: again.row.id, words: '都到账了' })).row.state).toBe('closed')
  expect((await desk.ask('closeBatch', { id: first.row.id, words: '都有了结果' })).row.state).toBe('closed')
})

test('what was wrongly paid is taken back in parts; that the rest is lost takes another person', async () => {
  const [line] = await linesOf(first, 'credited')
  expect(await refusal(desk.onLine('recoverLine', line!.id, {}, desk.as.clerk))).not.toBe('done')
  await desk.onLine('recoverLine', line!.id, { words: '人已经去世，向家属追' }, desk.as.head)
  await desk.onLine('tookBackLine', line!.id, { amountFen: 10000 })
  expect(await refusal(desk.onLine('tookBackLine', line!.id, { amountFen: line!.amountFen }))).toContain('已经追回 100 元')
  expect(await refusal(desk.onLine('unrecoverableLine', line!.id, {}, desk.as.head))).toContain('不是开始追回的人')
  const lost = await desk.onLine('unrecoverableLine', line!.id, { words: '家中无人，追过三次' }, desk.as.data)
  expect(lost.row).toMatchObject({ state: 'unrecoverable', recoveredFen: 10000 })
})

test('a plan that is corrected after the bank has it changes nothing in the batch', async () => {
  await cloud.empty()
  onlyTheClockIsFake('2026-10-12T02:00:00Z')
  await cloud.importFile(plan)
  desk = await theDesk(cloud)
  const batch = await desk.toBank(await desk.draft({ importId: await planOf(cloud) }), '2026-10-12')
  const before = await findEach(cloud.db, batchLines, { batchId: batch.row.id })
  await cloud.importFile(corrected)
  const now = await desk.answered(batch.row.id)
  expect(now.row.totals).toEqual(batch.row.totals)
  expect(await findEach(cloud.db, batchLines, { batchId: batch.row.id })).toEqual(before)
  expect(now.differences).toEqual({ added: 0, gone: 0, changed: 1, fen: 10000 })
  expect((await findEach(cloud.db, batchDifferences, { batchId: batch.row.id })).map(({ kind }) => kind)).toEqual(['changed'])
})
