import { encode } from 'iconv-lite'
import { findEach } from '#store/db/read'
import { alerts } from '#store/work/alerts'
import { remove, replace, update } from '#store/db/write'
import { batches, batchLines } from '#store/money/batches'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { startCloud, type Cloud } from '../harness/cloud'
import { numberOf, workbook } from '../intake/made'
import { answerTo } from './bank'
import { planOf, refusal, theDesk, type Desk } from './desk'
import { ledgerNow } from './ledger-now'

/**
 * What users of other systems complain about when money goes out and answers come back, each as what must happen here instead. Elsewhere:
 *   the same receipt again                                batches/fixture.test, money-model
 *   killed while exporting, or at any write               batches/cut-off
 *   reset without a second person                         batches/way
 *   a failed reconciliation is not begun again            ledger/job
 *   two programmes that exclude each other                batches/dropped, domain/alerts/detectors
 *   wrong totals after a forced failure                   money-model
 *   what a receipt’s own lines and columns say             intake/cases, intake/bank-results, intake/other-unit
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
const cardOf = (n: number) => `620000000000${String(n).padStart(3, '0')}`
/** A plan of 困难残疾人生活补贴, in the bank's hands on the 12th; what the bank answers is read on the 16th. */
async function atBank(...rows: Row[]) {
  const lines = rows.map(([n, yuan, period = '2026年10月'], i) => {
    return [i + 1, '大峃镇', '苔湖村', '赵甲', numberOf(n), cardOf(n), '困难残疾人生活补贴', period, yuan]
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

test('“the total on the paper is not the total of the file”: why it is not is said, cause by cause, until nothing is left', async () => {
  const lines = [1, 2, 3].map((n) => [
    ...[n, '大峃镇', '苔湖村', '赵甲', numberOf(n), n === 3 ? '' : `62000000000000${n}`, '困难残疾人生活补贴', '2026年10月', 300 + n],
  ])
  const total = ['合计', '', '', '', '', '', '', '', 906]
  await cloud.importBytes('财政局_2026年10月.xlsx', workbook([['发放计划（2026年10月）'], headings, ...lines, total]))
  desk = await theDesk(cloud)
  const draft = await desk.draft({ importId: await planOf(cloud) })
  expect(draft.source).toMatchObject({ printedFen: 90_600, apart: [expect.stringContaining('少了 303 元。有 1 行没有收进来')] })
  const [line] = (await desk.lines(draft.row.id)).rows
  await desk.ask('decideLines', { id: draft.row.id, lineIds: [line!.id], count: 1, act: 'hold', words: '先核对' })
  expect((await desk.current(draft.row.id)).source.apart).toEqual([
    expect.stringContaining('没有收进来'),
    expect.stringMatching(/^先不发的有 1 行，30[12] 元。$/),
  ])
  const second = await desk.draft({ importId: await planOf(cloud) })
  expect(second.source.apart.at(-1)).toBe(`已经编在“${draft.row.name}”里的有 2 行，603 元。`)
})

test('one line is given up by two, one is mended by its own town, one was held: the next batch has the two that go on', async () => {
  const first = await atBank([1, 300], [2, 301], [3, 302])
  const [up, mend, kept] = await findEach(cloud.db, batchLines, { batchId: first.row.id }).then((all) => all.sort((a, b) => a.n - b.n))
  await update(cloud.db, batchLines, { _id: mend!._id }, { $set: { townCode: '330328102' } })
  // As if it had been held before it was approved.
  await update(cloud.db, batchLines, { _id: kept!._id }, { $set: { state: 'held', serial: null, decided: 'hold', key: 'free/held' } })
  await answerTo(cloud, desk, first, '20261015', (serial) => (serial === 3 ? null : 'E101|户名不符|'))
  await desk.answered(first.row.id)
  const asked = { act: 'askGiveUp', words: '本人不要了，有字据' }
  await desk.onLine('giveUpLine', up!._id, asked, desk.as.data)
  expect(await refusal(desk.onLine('giveUpLine', up!._id, asked))).toContain('已经有人提出不再发')
  expect(await refusal(desk.onLine('giveUpLine', up!._id, { act: 'giveUp' }, desk.as.data))).toContain('不是提出不再发的人')
  expect((await desk.onLine('giveUpLine', up!._id, { act: 'giveUp' }, desk.as.head)).row.state).toBe('left-out')
  const account = { accountName: '赵新户', card: '6200000099999999990' }
  expect(await refusal(desk.onLine('mendLine', up!._id, account, desk.as.town))).toContain('没有这一行')
  expect((await desk.onLine('mendLine', mend!._id, account, desk.as.town)).row.state).toBe('mending')
  expect(await refusal(desk.onLine('decideMend', mend!._id, { act: 'agreeMend' }, desk.as.town))).toContain('不归您办')
  await desk.onLine('decideMend', mend!._id, { act: 'agreeMend', words: '看过银行卡' }, desk.as.head)
  const next = await desk.draft({ from: 'returned' })
  expect((await desk.lines(next.row.id)).rows.map(({ amountFen, card }) => `${amountFen} ${card.slice(-4)}`).sort()).toEqual([
    '30100 9990',
    '30200 0003',
  ])
  await desk.toBank(next, '2026-10-16')
  expect(await statesOf(first.row.id)).toEqual(['left-out', 'reissued', 'reissued'])
  expect((await desk.ask('closeBatch', { id: first.row.id, words: '都有了结果' })).row.state).toBe('closed')
})

test('nobody keeps more drafts than the county allows; the sentence says which, and what to do', async () => {
  const batch = await atBank([1, 300])
  const [one] = await findEach(cloud.db, batches, { _id: batch.row.id })
  for (let n = 0; n < 10; n++)
    await replace(cloud.db, batches, { ...one!, _id: `draft-${n}`, name: `第${n}批`, state: 'draft', open: true })
  const said = await refusal(desk.draft({ from: 'returned' }))
  expect(said).toMatch(/^bad-input: 您手上有 10 批在编、没有提交（“第\d批”、“第\d批”、“第\d批”等），最多 10 批。请先提交几批/)
  await remove(cloud.db, batches, { _id: 'draft-0' })
  expect(await refusal(desk.draft({ from: 'returned' }))).toBe('done')
})

test('“equal amounts on one card in two batches near in time swap”: each is answered by the number it had in its file', async () => {
  const row = (n: number, programme: string) => [
    '大峃镇',
    '苔湖村',
    '赵甲',
    numberOf(n),
    `620000000000${String(n).padStart(3, '0')}`,
    programme,
  ]
  const rows = [row(1, '困难残疾人生活补贴'), row(2, '重度残疾人护理补贴'), row(1, '重度残疾人护理补贴')]
  const lines = rows.map((cells, i) => [i + 1, ...cells, '2026年10月', 300])
  await cloud.importBytes('财政局_2026年10月.xlsx', workbook([['发放计划（2026年10月）'], headings, ...lines]))
  desk = await theDesk(cloud)
  const importId = await planOf(cloud)
  const of = async (programme: string) => desk.toBank(await desk.draft({ importId, programmes: [programme] }), '2026-10-12')
  const [living, care] = [await of('disability-living'), await of('disability-care')]
  onlyTheClockIsFake('2026-10-16T02:00:00Z')
  await answerTo(cloud, desk, care, '20261014', () => undefined)
  await answerTo(cloud, desk, living, '20261015', () => 'E101|户名不符|')
  await desk.answered(living.row.id)
  await desk.answered(care.row.id)
  expect([await statesOf(living.row.id), await statesOf(care.row.id)]).toEqual([['refused'], ['credited', 'credited']])
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

type Line = [n: number, yuan: string, day?: string, code?: string, words?: string]
const told = (lines: Line[], mark = '|', head = '序号|账号|户名|金额|结果码|结果说明|入账日期') =>
  [
    head.split('|').join(mark),
    ...lines.map(([n, yuan, day = '20261015', code = '0000', words = '交易成功'], i) =>
      [i + 1, cardOf(n), '赵甲', yuan, code, words, day].join(mark),
    ),
  ].join('\r\n')

test('two banks, two layouts, one batch; a bank that changes its layout, or sends its file again under another name, doubles nothing', async () => {
  const batch = await atBank([1, 300], [2, 1201.5])
  const own = '农商行_代发回执_20261015.txt'
  const rows = [
    ['邮储银行代发结果'],
    ['交易日期', '收款账号', '收款人', '交易金额(分)', '处理结果'],
    ['2026-10-15', cardOf(2), '赵甲', 120_150, '入账成功'],
  ]
  await cloud.importBytes('邮储银行_代发结果_20261015.xlsx', workbook(rows))
  await cloud.importBytes(own, Buffer.from(told([[1, '300.00']])))
  await desk.answered(batch.row.id)
  expect(await statesOf(batch.row.id)).toEqual(['credited', 'credited'])
  expect((await desk.lines(batch.row.id, { view: 'open' })).total).toBe(0)

  const renamed = '流水号|收款账号|收款人名称|交易金额|返回码|返回信息|交易日期'
  const moved = ['入账日期|批次号|结果说明|结果码|金额|户名|账号', `20261015|B1|交易成功|0000|300.00|赵甲|${cardOf(1)}`].join('\n')
  for (const [name, bytes] of [
    [own, encode(told([[1, '300.00']]), 'gb18030')],
    [own, Buffer.from(told([[1, '300.00']], ','))],
    [own, Buffer.from(told([[1, '300.00']], '|', renamed))],
    [own, Buffer.from(moved)],
    ['农商行_代发回执_20261015(1).txt', Buffer.from(told([[1, '300.00']]) + '\r\n')],
  ] as const)
    expect(await cloud.importBytes(name, bytes)).toMatchObject({ accepted: 1, added: 0, changed: 0, seenBefore: false })

  await cloud.importBytes('副本_农商行_20261016.txt', Buffer.from(told([[1, '300.00']]) + '\r\n\r\n'))
  await desk.answered(batch.row.id)
  expect(await statesOf(batch.row.id)).toEqual(['credited', 'credited'])
  expect(await ledgerNow(cloud, '2026-10')).toMatchObject({ paid: batch.row.totals.fen, outstanding: {}, surplus: {} })
  expect(
    (await findEach(cloud.db, alerts, { detector: 'receipt_without_plan' })).flatMap(({ parts }) => parts.map(({ why }) => why)),
  ).toEqual([expect.stringMatching(/又有一份银行回执说到账 300 元.*请问清银行/)])
})

test('a file with nothing but refusals, and a line from before the order: nothing has come, and each says why', async () => {
  const batch = await atBank([1, 300], [2, 301], [3, 302])
  const refused: Line[] = [
    [1, '300.00', '', 'E101', '户名不符'],
    [2, '301.00', '', 'E203', '账户已销户'],
  ]
  await cloud.importBytes('农商行_代发回执_20261015.txt', Buffer.from(told(refused)))
  await cloud.importBytes('农商行_代发回执_20261009.txt', Buffer.from(told([[3, '302.00', '20261009']])))
  await desk.answered(batch.row.id)
  expect(await statesOf(batch.row.id)).toEqual(['refused', 'refused', 'planned'])
  expect((await desk.lines(batch.row.id, { view: 'open' })).total).toBe(3)
  expect(await ledgerNow(cloud, '2026-10')).toMatchObject({ credited: 0, paid: 0, outstanding: { refused: 60_100, unanswered: 30_200 } })
  expect(await findEach(cloud.db, alerts, { detector: 'receipt_without_plan' })).toMatchObject([{ amountFen: 30_200 }])
})
