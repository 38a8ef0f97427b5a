import { onlyTheClockIsFake } from '../harness/fake-clock'
import { startCloud, type Cloud } from '../harness/cloud'
import { numberOf, workbook } from '../intake/made'
import { answerTo } from './bank'
import { planOf, theDesk, type Desk } from './desk'
import { ledgerNow } from './ledger-now'

/**
 * What users of other systems complain about when money goes out and answers come back, each as what must happen here instead. Elsewhere:
 *   the same receipt again                                batches/fixture.test, money-model
 *   killed while exporting, or at any write               batches/cut-off
 *   reset without a second person                         batches/way
 *   a failed reconciliation is not begun again            ledger/job
 *   two programmes that exclude each other                batches/dropped, domain/alerts/detectors
 *   wrong totals after a forced failure                   money-model
 */
let cloud: Cloud
let desk: Desk
beforeAll(async () => (cloud = await startCloud()), 60_000)
afterAll(async () => {
  jest.useRealTimers()
  await cloud.close()
})
beforeEach(async () => {
  await cloud.empty()
  onlyTheClockIsFake('2026-10-12T02:00:00Z')
})

const headings = ['序号', '乡镇', '村', '姓名', '身份证号', '卡号', '项目', '属期', '金额(元)']
type Row = [n: number, yuan: number, period?: string]
/** A plan of 困难残疾人生活补贴, in the bank's hands on the 12th; what the bank answers is read on the 16th. */
async function atBank(...rows: Row[]) {
  const lines = rows.map(([n, yuan, period = '2026年10月'], i) => {
    const card = `620000000000${String(n).padStart(3, '0')}`
    return [i + 1, '大峃镇', '苔湖村', '赵甲', numberOf(n), card, '困难残疾人生活补贴', period, yuan]
  })
  await cloud.importBytes('财政局_2026年10月.xlsx', workbook([['发放计划（2026年10月）'], headings, ...lines]))
  desk = await theDesk(cloud)
  const batch = await desk.toBank(await desk.draft({ importId: await planOf(cloud) }), '2026-10-12')
  onlyTheClockIsFake('2026-10-16T02:00:00Z')
  return batch
}
const statesOf = async (id: string) => (await desk.lines(id)).rows.map(({ state }) => state)

test('“two equal payments on one day are taken for one”: both are credited, each for its own month', async () => {
  const batch = await atBank([1, 300, '2026年9月'], [1, 300])
  await answerTo(cloud, desk, batch, '20261015', () => undefined)
  await desk.answered(batch.row.id)
  expect(await statesOf(batch.row.id)).toEqual(['credited', 'credited'])
})

test('“one unknown line blocks the file”: the others are credited, and nobody’s money is in no due', async () => {
  const batch = await atBank(...Array.from({ length: 40 }, (_, i): Row => [i + 1, 300 + i]))
  await answerTo(cloud, desk, batch, '20261015', () => undefined, ['99|6200000012345678901|毛阿四|312.50|0000|交易成功|20261015'])
  const { wrong } = await desk.answered(batch.row.id)
  expect([new Set(await statesOf(batch.row.id)), wrong]).toEqual([new Set(['credited']), []])
  expect(await ledgerNow(cloud, '2026-10')).toMatchObject({ credited: batch.row.totals.fen, outstanding: {}, surplus: {} })
})

/** The bank moved another amount than it was told to. */
const paidInstead = async (batch: Awaited<ReturnType<typeof atBank>>, told: string, moved: string) => {
  const text = new TextDecoder('gb18030').decode(await desk.file(batch)).split('\r\n')
  const [serial, card, name, amount] = text[1]!.split('|')
  expect(amount).toBe(told)
  const rows = ['序号|账号|户名|金额|结果码|结果说明|入账日期', [serial, card, name, moved, '0000', '交易成功', '20261015'].join('|')]
  await cloud.importBytes('农商行_代发回执_20261015.txt', Buffer.from(rows.join('\r\n')))
  return desk.answered(batch.row.id)
}

test('“500 paid of 570 are marked yes”: 70.00 stays outstanding as short', async () => {
  await paidInstead(await atBank([1, 570]), '570.00', '500.00')
  expect(await ledgerNow(cloud, '2026-10')).toMatchObject({ due: 57_000, credited: 50_000, outstanding: { short: 7_000 }, surplus: {} })
})

test('“delivered more than was due is taken in”: what is over is told, on the batch and in the ledger', async () => {
  const { wrong } = await paidInstead(await atBank([1, 570]), '570.00', '600.00')
  expect(wrong).not.toEqual([])
  expect(await ledgerNow(cloud, '2026-10')).toMatchObject({ credited: 57_000, outstanding: {}, surplus: { 'too-much': 3_000 } })
})

test('“a file that overlaps the last one doubles it”: lines that were there count once, new ones come to them', async () => {
  const batch = await atBank([1, 300], [2, 301], [3, 302])
  await answerTo(cloud, desk, batch, '20261015', (serial) => (serial === 3 ? null : undefined))
  await desk.answered(batch.row.id)
  expect(await statesOf(batch.row.id)).toEqual(['credited', 'credited', 'planned'])
  await answerTo(cloud, desk, batch, '20261016', (serial) => (serial === 3 ? undefined : '0000|交易成功|20261015'))
  await desk.answered(batch.row.id)
  expect(await statesOf(batch.row.id)).toEqual(['credited', 'credited', 'credited'])
  expect(await ledgerNow(cloud, '2026-10')).toMatchObject({ paid: batch.row.totals.fen, outstanding: {}, surplus: {} })
})
