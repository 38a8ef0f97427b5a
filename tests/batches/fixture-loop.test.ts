import type { BatchFile } from '#contract/office/batches'
import type { OwnMoney, OwnMoneyLine } from '#contract/household/own-money'
import type { RequestRow } from '#contract/supervision/requests'
import { findById, findEach } from '#store/db/read'
import { batchLines } from '#store/money/batches'
import { payments } from '#store/money/money'
import { households } from '#store/people/register'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aPledgedAgency, aStaff, asFarmer, asStaff } from '../harness/people'
import { fileOf, findings, takenFiles } from '../intake/truth'
import { answerTo } from './bank'
import { byRow, planOf, refusal, theDesk, type Desk } from './desk'
import { ledgerNow } from './ledger-now'

/**
 * The departments' October in a circle: plan, batch, two people, the bank's file, its answers, other accounts, sent again, the silent
 * one, what was wrongly paid taken back, closed. After each step the ledger is what the truth of the files says, to the cent. A farmer
 * whose money was refused says so on the phone, is answered, and says at the end that it came.
 */
let cloud: Cloud
let desk: Desk
let batch: BatchFile
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-12T02:00:00Z')
  cloud = await startCloud()
  for (const { path, kind } of takenFiles) if (kind !== 'bank-receipt') await cloud.importFile(path)
  desk = await theDesk(cloud)
}, 300_000)
afterAll(async () => {
  jest.useRealTimers()
  await cloud.close()
})

const planFile = '财政局_一卡通发放计划_2026年10月.xlsx'
const rowsOf = (kind: string) => findings(kind).flatMap(({ at }) => at.filter(({ file }) => file === planFile).map(({ row }) => row))
const excess = (kind: string) => (findings(kind)[0] as never as { excess_fen: number }).excess_fen
const lineIn = async (row: number) => (await findEach(cloud.db, batchLines, { _id: (await byRow(cloud, batch.row.id)).get(row)!.id }))[0]!
const ledger = () => ledgerNow(cloud, '2026-10')

/** By the truth, in 分. */
const refusedFen = fileOf(4).failed!.sum_fen
const silentFen = findings('plan_without_receipt')[0]!.fen!
const strayFen = findings('receipt_without_plan')[0]!.fen!
let over: Record<string, number>
let overFen: number
let dueFen: number
/** What was credited before anything was sent again. */
let firstFen: number

test('planned: all of it is due but what was planned twice, after death, or for nobody on the register', async () => {
  const [notOnRegister] = rowsOf('not_on_register')
  const [stranger] = await findEach(cloud.db, payments, { row: notOnRegister! })
  over = { twice: excess('duplicate_payment'), 'after-death': excess('paid_after_death'), 'not-entitled': stranger!.dueFen }
  overFen = Object.values(over).reduce((sum, fen) => sum + fen, 0)
  dueFen = fileOf(3).sumFen - overFen
  firstFen = fileOf(4).success!.sum_fen - strayFen - overFen
  expect(dueFen).toBe(firstFen + refusedFen + silentFen)
  expect(await ledger()).toEqual({ due: dueFen, credited: 0, paid: 0, recovered: 0, outstanding: { planned: dueFen }, surplus: {} })
})

test('drafted, decided, approved by another, in the bank’s hands: the same money, each time for its own reason', async () => {
  batch = await desk.draft({ importId: await planOf(cloud) })
  const totals = { lines: fileOf(3).accepted, fen: fileOf(3).sumFen }
  expect(batch.row.totals).toEqual(totals)
  expect((await ledger()).outstanding).toEqual({ drafted: dueFen })
  await desk.decideAll(batch.row.id)
  batch = await desk.approve(await desk.submit(await desk.current(batch.row.id)))
  expect((await ledger()).outstanding).toEqual({ drafted: dueFen })
  batch = await desk.handOver(await desk.makeFile(batch), '2026-10-12')
  expect(batch.row.totals).toEqual(totals)
  expect(await ledger()).toMatchObject({ due: dueFen, credited: 0, outstanding: { 'at-bank': dueFen }, surplus: {} })
}, 60_000)

test('the bank answers: what is missing and what is too much is what was planted, and no more', async () => {
  onlyTheClockIsFake('2026-10-16T02:00:00Z')
  await cloud.importFile(fileOf(4).path)
  batch = await desk.answered(batch.row.id)
  expect(await ledger()).toEqual({
    ...{ due: dueFen, credited: firstFen, paid: firstFen + overFen, recovered: 0, surplus: over },
    outstanding: { refused: refusedFen, unanswered: silentFen },
  })
  expect((await refusedLines()).map(({ row }) => row)).toEqual(rowsOf('bank_failed').sort((a, b) => a - b))
}, 60_000)

const refusedLines = async () =>
  [...(await byRow(cloud, batch.row.id))]
    .flatMap(([row, { id, state }]) => (state === 'refused' ? [{ row, id }] : []))
    .sort((a, b) => a.row - b.row)

/** The farmer whose 低保金 the bank refused. */
let farmer: As
let civilAffairs: As
let requestId: string
const moneyOf = async () => (await cloud.call<OwnMoney>('household', 'money', {}, farmer)).lines
const said = async (paymentId: string, word: string) =>
  (await cloud.call<{ line: OwnMoneyLine }>('household', 'confirmMoney', { paymentId, said: word }, farmer)).line

test('the farmer says that it did not come, and the department that pays has to answer', async () => {
  const failed = findings('bank_failed').find(({ project }) => project === '低保金')!
  const line = await lineIn(failed.at.find(({ file }) => file === planFile)!.row)
  farmer = await asFarmer(cloud, (await findById(cloud.db, households, line.householdId!))!)
  const own = (await moneyOf()).find(({ id }) => id === line.paymentId)!
  expect(own).toMatchObject({ state: 'failed', dueFen: failed.fen, canSay: expect.arrayContaining(['not-received']) as string[] })
  const after = await said(own.id, 'not-received')
  expect(after.asked).toMatchObject({ to: '县民政局' })
  await aPledgedAgency(cloud, 'civil-affairs')
  civilAffairs = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'civil-affairs', name: '吴科员' }))
  const { requests } = await cloud.call<{ requests: RequestRow[] }>('supervision', 'requests', { open: true }, civilAffairs)
  const [request] = requests.filter(({ kind }) => kind === 'money')
  expect(request).toMatchObject({ words: '本人说：没收到。', late: false })
  requestId = request!.id
  expect((await ledger()).outstanding).toEqual({ refused: refusedFen, unanswered: silentFen })
})

let again: BatchFile
test('other accounts, looked at by two: the money waits for its next batch, then stands in it', async () => {
  onlyTheClockIsFake('2026-10-19T02:00:00Z')
  for (const [i, { id }] of (await refusedLines()).entries()) {
    const { accountName } = (await findEach(cloud.db, batchLines, { _id: id }))[0]!
    await desk.onLine('mendLine', id, { accountName, card: newCards[i]!, words: '看过新的银行卡' }, desk.as.data)
    await desk.onLine('decideMend', id, { act: 'agreeMend', words: '和银行核过' }, desk.as.head)
  }
  expect((await ledger()).outstanding).toEqual({ mending: refusedFen, unanswered: silentFen })
  again = await desk.draft({ from: 'returned' })
  expect(again.row.totals).toEqual({ lines: fileOf(4).failed!.rows, fen: refusedFen })
  expect((await ledger()).outstanding).toEqual({ drafted: refusedFen, unanswered: silentFen })
  again = await desk.toBank(again, '2026-10-19')
  expect((await ledger()).outstanding).toEqual({ 'at-bank': refusedFen, unanswered: silentFen })
  const words = '账户换好了，19 日重新发，几天内到。'
  await cloud.call('supervision', 'answer', { id: requestId, words }, civilAffairs)
  expect((await moneyOf()).flatMap(({ asked }) => asked?.answer ?? [])).toEqual([words])
}, 60_000)
/** Nobody's: right by their check digit. */
const newCards = ['6200000099999999909', '6200000099999999917', '6200000099999999925', '6200000099999999933', '6200000099999999941']

test('the second receipt credits all that was sent again; the first ones say what became of theirs', async () => {
  onlyTheClockIsFake('2026-10-26T02:00:00Z')
  await answerTo(cloud, desk, again, '20261025', () => undefined)
  again = await desk.answered(again.row.id)
  batch = await desk.answered(batch.row.id)
  expect((await desk.lines(again.row.id)).rows.map(({ state }) => state)).toEqual(Array(fileOf(4).failed!.rows).fill('credited'))
  expect(await ledger()).toEqual({
    ...{ due: dueFen, credited: firstFen + refusedFen, paid: firstFen + refusedFen + overFen, recovered: 0, surplus: over },
    outstanding: { unanswered: silentFen },
  })
})

test('the silent one is settled with the bank’s paper: nothing is outstanding', async () => {
  const [row] = rowsOf('plan_without_receipt')
  const line = await lineIn(row!)
  expect(await refusal(desk.ask('closeBatch', { id: batch.row.id, words: '都有了结果' }))).toContain('“在银行”1 行')
  await desk.onLine('settleLine', line._id, { said: 'credit', words: '农商行柜面 10 月 26 日回单' })
  expect(await ledger()).toEqual({
    ...{ due: dueFen, credited: dueFen, paid: dueFen + overFen, recovered: 0, outstanding: {}, surplus: over },
  })
})

test('what was wrongly paid is taken back, the dead man’s in part; the rest stays a surplus with its reason', async () => {
  const part = 10000
  const second = await lineIn(Math.max(...rowsOf('duplicate_payment')))
  const dead = await lineIn(rowsOf('paid_after_death')[0]!)
  const stranger = await lineIn(rowsOf('not_on_register')[0]!)
  for (const line of [second, dead, stranger]) await desk.onLine('recoverLine', line._id, { words: '不该发，请退回' }, desk.as.head)
  for (const line of [second, stranger]) await desk.onLine('tookBackLine', line._id, { amountFen: line.amountFen })
  await desk.onLine('tookBackLine', dead._id, { amountFen: part })
  expect(await refusal(desk.ask('closeBatch', { id: batch.row.id, words: '都有了结果' }))).toContain('追回中')
  await desk.onLine('unrecoverableLine', dead._id, { words: '家里没有人了，追过三次' }, desk.as.data)
  const back = over.twice! + over['not-entitled']! + part
  expect(await ledger()).toEqual({
    ...{ due: dueFen, credited: dueFen, paid: dueFen + overFen, recovered: back, outstanding: {} },
    surplus: { 'after-death': over['after-death']! - part },
  })
})

test('the farmer says 收到了 of the money that was sent again; both batches are closed, their totals as approved', async () => {
  const [retried] = (await moneyOf()).filter(({ retriedIn }) => retriedIn)
  expect(await refusal(said(retried!.id, 'received'))).toContain('请在补发的那一笔上说')
  const [line] = await findEach(cloud.db, payments, { reissueOf: retried!.id })
  expect(await said(line!._id, 'received')).toMatchObject({ state: 'credited', dueFen: retried!.dueFen, told: { said: 'received' } })
  for (const { row } of [batch, again]) {
    const closed = await desk.ask('closeBatch', { id: row.id, words: '都有了结果' })
    expect(closed.row).toMatchObject({ state: 'closed', totals: row.totals })
  }
  expect(await ledger()).toMatchObject({ due: dueFen, credited: dueFen, outstanding: {} })
})
