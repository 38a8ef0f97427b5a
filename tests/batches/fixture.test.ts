import type { BatchFile } from '#contract/office/batches'
import { findEach } from '#store/db/read'
import { batchLines, type BatchLine } from '#store/money/batches'
import { open } from '#kernel/seal/seal'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { startCloud, type Cloud } from '../harness/cloud'
import { fileOf, findings, takenFiles } from '../intake/truth'
import { byRow, planOf, refusal, theDesk, type Desk } from './desk'

/** The departments' October: from the plan to the bank's answers. Flags and exceptions are exactly those that were planted. */
let cloud: Cloud
let desk: Desk
let batch: BatchFile
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-12T02:00:00Z')
  cloud = await startCloud()
  for (const { path, kind } of takenFiles) if (kind !== 'bank-receipt') await cloud.importFile(path)
  // What rules say is due is known, too: it doubts nobody beside.
  while ((await cloud.operate<{ more: boolean }>('entitle', {}, 'patrol')).more);
  desk = await theDesk(cloud)
  batch = await desk.draft({ importId: await planOf(cloud) })
}, 300_000)
afterAll(async () => {
  jest.useRealTimers()
  await cloud.close()
})

const planned = ['duplicate_payment', 'not_on_register', 'account_name_mismatch', 'paid_after_death', 'amount_mismatch']
const plan = '财政局_一卡通发放计划_2026年10月.xlsx'

test('every accepted row of the plan is a line, and the totals are the plan’s', () => {
  const { accepted, amounts } = fileOf(3)
  expect(batch.row.totals).toEqual({ lines: accepted, fen: amounts.amount!.sum_fen_accepted })
})

test('the plan’s printed total is compared with the batch: what it has more is the row that was refused', () => {
  const { rejected, amounts } = fileOf(3)
  expect(batch.source.printedFen).toBe(amounts.amount!.sum_fen_accepted + rejected[0]!.amounts_fen.amount!)
  expect(batch.source.apart).toEqual([expect.stringContaining('少了 150 元。有 1 行没有收进来')])
})

test('lines are told by town, and one town’s are as many as is said beside it', async () => {
  const { towns, total } = await desk.lines(batch.row.id)
  expect(towns.length).toBeGreaterThan(1)
  expect(towns.reduce((sum, { lines }) => sum + lines, 0)).toBeLessThanOrEqual(total)
  for (const { id: town, lines } of towns.slice(0, 2)) expect((await desk.lines(batch.row.id, { town })).total).toBe(lines)
})

test('the flagged lines are exactly those in which something was planted', async () => {
  const flagged = [...(await byRow(cloud, batch.row.id))].flatMap(([row, { codes }]) => codes.map((code) => `${row} ${code}`))
  const expected = planned.flatMap((kind) =>
    findings(kind).flatMap(({ at }) => at.filter(({ file }) => file === plan).map(({ row }) => `${row} ${kind}`)),
  )
  expect(flagged.sort()).toEqual(expected.sort())
})

test('it is not submitted while somebody has to decide, and a list is decided only as it was shown', async () => {
  const { id, undecided, totals } = batch.row
  expect(undecided).toBeGreaterThan(0)
  expect(await refusal(desk.submit(batch))).toContain(`还有 ${undecided} 行`)
  const twice = { id, flag: 'duplicate_payment', act: 'hold', words: '先核对是不是排了两次' }
  expect(await refusal(desk.ask('decideLines', { ...twice, count: 1 }))).toContain('一行也没有定')
  expect((await desk.current(id)).row.undecided).toBe(undecided)
  await desk.ask('decideLines', { ...twice, count: 2 })
  const held = (await desk.lines(id, { state: 'held' })).rows
  expect(held).toHaveLength(2)
  expect((await desk.current(id)).row.totals).toEqual({ lines: totals.lines - 2, fen: totals.fen - 2 * 135600 })
  // One of the two is right.
  await desk.ask('decideLines', { id, lineIds: [held[0]!.id], count: 1, act: 'pay', words: '这一笔是对的' })
  await desk.ask('decideLines', { id, lineIds: [held[1]!.id], count: 1, act: 'leaveOut', words: '重复排的' })
  await desk.decideAll(id)
  expect((await desk.current(id)).row).toMatchObject({ undecided: 0, totals: { lines: totals.lines - 1, fen: totals.fen - 135600 } })
})

test('whoever submitted it does not approve it; of two who approve at once one does; then it is frozen', async () => {
  const { id } = batch.row
  const submitted = await desk.submit(await desk.current(id), desk.as.data)
  expect(await refusal(desk.approve(submitted, desk.as.data))).toContain('不是提交的人、定过照发的人')
  const totals = submitted.row.totals
  const at = { id, words: '同意发放', ...totals }
  expect(await refusal(desk.ask('approveBatch', { ...at, lines: totals.lines + 1 }, desk.as.head))).toContain('现在是')
  const second = await Promise.all([1, 2].map(() => refusal(desk.ask('approveBatch', at, desk.as.head))))
  expect(second.filter((said) => said === 'done')).toHaveLength(1)
  batch = await desk.done(await desk.current(id))
  expect(batch.row).toMatchObject({ state: 'frozen', totals })
  expect(await refusal(desk.ask('decideLines', { id, flag: 'paid_after_death', count: 1, act: 'pay', words: '改一下' }))).toContain(
    '不在编制中',
  )
})

test('the bank’s file says exactly what was approved, in the bank’s own encoding', async () => {
  expect(await refusal(desk.handOver(batch, '2026-10-12'))).toContain('先生成文件')
  expect(await refusal(desk.ask('bankFile', { id: batch.row.id, words: '交农商行', ...batch.row.totals }))).toContain('动态码')
  batch = await desk.makeFile(batch)
  const bytes = await desk.file(batch)
  const written = new TextDecoder('gb18030', { fatal: true }).decode(bytes).split('\r\n')
  const { lines, fen } = batch.row.totals
  const total = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
  expect(written[0]!.split('|').slice(-2)).toEqual([`${lines}`, total])
  expect(written.slice(-2)).toEqual([`END|${lines}|${total}`, ''])
  const frozen = (await findEach(cloud.db, batchLines, { batchId: batch.row.id, serial: { $gt: 0 } })).sort((a, b) => a.serial! - b.serial!)
  const said = ({ serial, cardSealed, accountName, amountFen }: BatchLine) =>
    [serial, open(cloud.keys, cardSealed), accountName, (amountFen / 100).toFixed(2)].join('|')
  expect(written.slice(1, -2).map((one) => one.split('|').slice(0, 4).join('|'))).toEqual(frozen.map(said))
  expect(frozen.map(({ serial }) => serial)).toEqual(Array.from({ length: lines }, (_, i) => i + 1))
})

test('handed over, the bank answers; exceptions are exactly those that were planted, and nothing else holds the file up', async () => {
  batch = await desk.handOver(batch, '2026-10-12')
  expect(batch.row.state).toBe('sent')
  onlyTheClockIsFake('2026-10-16T02:00:00Z')
  await cloud.importFile(fileOf(4).path)
  batch = await desk.answered(batch.row.id)
  expect(batch.row.state).toBe('answered')
  const rows = await byRow(cloud, batch.row.id)
  const of = (state: string) => [...rows].flatMap(([row, one]) => (one.state === state ? [row] : [])).sort((a, b) => a - b)
  const rowsOf = (kind: string) => findings(kind).flatMap(({ at }) => at.filter(({ file }) => file === plan).map(({ row }) => row))
  expect(of('refused')).toEqual(rowsOf('bank_failed').sort((a, b) => a - b))
  // One of the two that were planned twice was left out; the bank paid both, and of the other it knows nothing here.
  expect(of('planned')).toEqual(rowsOf('plan_without_receipt'))
  expect(of('credited')).toHaveLength(batch.row.totals.lines - of('refused').length - of('planned').length)
  expect(batch.wrong).toEqual([])
}, 60_000)

test('the same receipt again changes nothing', async () => {
  const before = await findEach(cloud.db, batchLines, { batchId: batch.row.id })
  await cloud.importFile(fileOf(4).path)
  await desk.answered(batch.row.id)
  expect(await findEach(cloud.db, batchLines, { batchId: batch.row.id })).toEqual(before)
})

test('it is closed only when all of its lines are at an end, and says which are not', async () => {
  const said = await refusal(desk.ask('closeBatch', { id: batch.row.id, words: '都发完了' }))
  expect(said).toContain('“在银行”1 行')
  expect(said).toContain('“银行没有入账”5 行')
})
