import { findEach } from '#store/db/read'
import { payments, receipts } from '#store/money/money'
import { startCloud, type Cloud } from '../harness/cloud'
import { numberOf, workbook } from './made'
import { understood } from './read'

// What users of other systems complain about (their public threads), each as what must happen here instead.

type Rows = (string | number | null)[][]
const card = (n: number) => `6200000000000${String(n).padStart(6, '0')}`
const headings = ['序号', '乡镇', '村', '姓名', '身份证号', '卡号', '项目', '金额']
const row = (n: number, amount: string | number | null = 100, own: { id?: string; card?: string; project?: string } = {}) => [
  n,
  '大峃镇',
  '苔湖村',
  '赵甲',
  own.id ?? numberOf(n % 1000, n < 1000 ? '19500101' : '19510101'),
  own.card ?? card(n),
  own.project ?? '低保金',
  amount,
]
const plan = (rows: Rows, title = '发放计划（2026年10月）') => workbook([[title], headings, ...rows])
const many = (count: number, amountOf: (n: number) => string | number | null = () => 100) =>
  Array.from({ length: count }, (_, i) => row(i + 1, amountOf(i + 1)))

describe('rows of a file', () => {
  test('“the test of a file looks at its first row only”: the last of many is read as the first', async () => {
    const { taken, ...rest } = await understood('计划.xlsx', plan(many(1500, (n) => (n === 1500 ? '约一百' : 100))))
    expect(rest).toMatchObject({ rows: 1500, accepted: 1499, refused: ['Sheet1 1502 amount_not_a_number'] })
    expect(taken.rows).toHaveLength(1500)
  })
  test('“rows doubled and others missing at the right count”: the numbers in the file are those taken in, each once', async () => {
    const { taken } = await understood('计划.xlsx', plan(many(1500)))
    const ids = taken.chunks(200).flatMap(({ rows }) => rows as { id: string }[])
    expect(ids.map(({ id }) => id)).toEqual(many(1500).map((cells) => cells[4]))
  })
  test('“skipped counts as error”: a row that stands there twice is no refused one, and counts once', async () =>
    expect(await understood('计划.xlsx', plan([row(1), row(2), row(2)]))).toMatchObject({
      rows: 3,
      refused: [],
      amountFen: 20_000,
      warned: ['Sheet1 5 duplicate_row'],
    }))
  test('“one bad line blocks the file”: a doubt waits for somebody, the rest goes in', async () =>
    expect(await understood('计划.xlsx', plan([...many(40), row(41, 100, { id: '330399' })]))).toMatchObject({ rows: 41, accepted: 40 }))
  test('“0.00 is not empty”: nothing due is an amount, a blank cell is none', async () =>
    expect(await understood('计划.xlsx', plan([row(1, '0.00'), row(2, 0), row(3, null), row(4, 100)]))).toMatchObject({
      accepted: 3,
      amountFen: 10_000,
      refused: ['Sheet1 5 amount_missing'],
    }))
  test('“totals in floats”: of many amounts the sum is exact in 分', async () =>
    expect(await understood('计划.xlsx', plan(many(1500, (n) => (n % 2 ? 0.1 : '0.20'))))).toMatchObject({
      amountFen: 750 * 10 + 750 * 20,
    }))
  test('“leading zeros are gone”: an account keeps its zeros, and one that lost its end is named', async () => {
    const { taken, ...rest } = await understood(
      '计划.csv',
      Buffer.from(
        [
          '发放计划（2026年10月）',
          headings.join(','),
          row(1, 100, { card: '0012345678' }).join(','),
          row(2, 100, { card: '6.2E+18' }).join(','),
        ].join('\n'),
      ),
    )
    expect(rest.refused).toEqual(['(csv) 4 card_precision_lost'])
    expect(taken.chunks(9)[0]!.rows).toMatchObject([{ card: '0012345678' }])
  })
  test('“a column twice is read as the first of them”: it is asked', () =>
    expect(
      understood('计划.xlsx', workbook([['发放计划（2026年10月）'], [...headings, '金额'], [...row(1, 100), 200], [...row(2, 100), 300]])),
    ).rejects.toThrow(/有两列都像“应发金额”/))
})

describe('a bank’s receipt', () => {
  const columns = ['序号', '账号', '户名', '金额', '结果码', '结果说明', '入账日期']
  type Line = [n: number, amount: string, code?: string, words?: string, day?: string]
  const text = (lines: Line[], { head = columns, more = [] as string[], mark = '|' } = {}) => {
    const rows = lines.map(([n, amount, code = '0000', words = '交易成功', day = '20261015'], i) =>
      [i + 1, card(n), '赵甲', amount, code, words, day].join(mark),
    )
    return Buffer.from([head.join(mark), ...rows, ...more, ''].join('\r\n'))
  }
  const read = (...from: Parameters<typeof text>) => understood('农商行_20261015.txt', text(...from))
  const reasons = ({ taken }: Awaited<ReturnType<typeof read>>) =>
    taken.rows.flatMap(({ faults, warnings }) => [...faults.map(({ reason }) => reason), ...warnings.map(({ message }) => message)])

  test.each(['账号', '金额', '结果码', '结果说明', '入账日期'])('“one key column twice in it”: which %s is meant is asked', (key) => {
    const head = columns.flatMap((one) => (one === key ? [one, one] : [one]))
    const lines = [1, 2].map((n) => {
      const cells = [String(n), card(n), '赵甲', '100.00', '0000', '交易成功', '20261015']
      const other = { 账号: card(9), 金额: '90.00', 结果码: 'E101', 结果说明: '户名不符', 入账日期: '20261014' }[key]!
      return columns.flatMap((one, i) => (one === key ? [cells[i]!, other] : [cells[i]!])).join('|')
    })
    return expect(read([], { head, more: lines })).rejects.toThrow(new RegExp(`有两列都像“[^”]*”（.*“${key}”、.*“${key}”）`))
  })
  test('“a date in the future is taken”: it has not come; the day after the file’s own is none', async () => {
    const made = await read([
      [1, '100.00', '0000', '交易成功', '20261016'],
      [2, '100.00'],
      [3, '100.00', '0000', '', '20261201'],
    ])
    expect(made).toMatchObject({ accepted: 2, amountFen: 20_000, refused: ['(text) 4 posted_in_future'], warned: [] })
    expect(reasons(made)).toEqual([expect.stringMatching(/“入账日期”写的“20261201”还没到，没有算作到账.*请问清银行/)])
  })
  test('“bad rows stop the file, or come back without a reason”: the good ones count, each bad one says what to do', async () => {
    const made = await read([
      [1, '100.00'],
      [2, '一千二'],
      [3, '-5.00'],
      [4, ''],
      [5, '100.00', '', ''],
      [6, '200.00'],
    ])
    expect(made).toMatchObject({ rows: 6, accepted: 2, amountFen: 30_000 })
    expect(made.refused).toEqual(
      ['3 amount_not_a_number', '4 receipt_negative', '5 amount_missing', '6 result_missing'].map((one) => `(text) ${one}`),
    )
    for (const reason of reasons(made)) expect(reason).toMatch(/请.*。$/)
  })
  test('thousands are read; where a mark between them cut a line in two, it comes back and nothing moves one cell too far', async () => {
    expect(
      await read([
        [1, '1,201.50'],
        [2, '￥2,000元'],
      ]),
    ).toMatchObject({ accepted: 2, amountFen: 320_150 })
    const cut = [
      [1, '1,201.50'],
      [2, '2,000'],
      [3, '300.00'],
      [4, '1,050.00', 'E101', '户名不符', ''],
    ] as Line[]
    expect(await read(cut, { mark: ',' })).toMatchObject({
      ...{ accepted: 1, amountFen: 30_000 },
      refused: [2, 3, 5].map((row) => `(csv) ${row} amount_split`),
    })
  })
  test.each([
    ['合计|||400.00|||', true],
    ['合计|||250.00|||', false],
    ['成功笔数|2|成功金额|300.00|失败笔数|1|失败金额|100.00', true],
    ['成功笔数|3|成功金额|300.00', false],
    ['总笔数：3笔，总金额：400.00元', true],
    ['总笔数：4笔，总金额：400.00元', false],
    ['END|3|400.00', true],
    ['END|3|500.00', false],
  ])('“the totals say otherwise and nobody notices”: %s', async (line, agrees) => {
    const made = await read(
      [
        [1, '100.00'],
        [2, '200.00'],
        [3, '100.00', 'E101', '户名不符', ''],
      ],
      { more: [line] },
    )
    expect([made.accepted, made.warned]).toEqual([3, agrees ? [] : ['(text) 4 totals_differ']])
    if (!agrees) expect(reasons(made)[0]).toMatch(/第 5 行写的合计是.*各行加起来是 3 笔 400 元.*请与银行核对/)
  })
  test('“words that nobody knows are guessed”: they wait, and are named', async () =>
    expect(
      reasons(
        await read([
          [1, '100.00', '7777', '已受理'],
          [2, '100.00', '0000', '交易成功，待清算'],
        ]),
      ),
    ).toEqual([
      expect.stringMatching(/“7777 已受理”.*没有算作到账.*请问清银行/),
      expect.stringMatching(/“0000 交易成功，待清算”.*没有算作到账/),
    ]))
})

describe('files that come again', () => {
  let cloud: Cloud
  beforeEach(async () => {
    cloud = await startCloud()
  })
  afterEach(() => cloud.close())

  test('“the same file again says success and makes duplicates of itself”: nothing changes, and it says so', async () => {
    const content = plan(many(3))
    expect(await cloud.importBytes('财政局_2026年10月.xlsx', content)).toMatchObject({ accepted: 3, seenBefore: false })
    const before = await findEach(cloud.db, payments, {})
    expect(await cloud.importBytes('又一份_2026年10月.xlsx', content)).toMatchObject({ seenBefore: true, added: 0, changed: 0 })
    expect(await findEach(cloud.db, payments, {})).toEqual(before)
  })
  test('“500 paid of 570 are marked yes”: what the bank paid less than was due stands beside it', async () => {
    await cloud.importBytes('财政局_2026年10月.xlsx', plan([row(1, 570)]))
    const lines = `序号|账号|户名|金额|结果码|结果说明|入账日期\n1|${card(1)}|赵甲|500.00|0000|交易成功|2026-10-15`
    await cloud.importBytes('农商行_20261015.txt', Buffer.from(lines))
    expect(await findEach(cloud.db, payments, {})).toMatchObject([{ dueFen: 57_000 }])
    expect((await findEach(cloud.db, receipts, {})).map(({ amountFen }) => amountFen)).toEqual([50_000])
  })
  test('“the identical payment next month is taken for the same”: it is another', async () => {
    await cloud.importBytes('财政局_2026年10月.xlsx', plan(many(3)))
    await cloud.importBytes('财政局_2026年11月.xlsx', plan(many(3), '发放计划（2026年11月）'))
    expect(await findEach(cloud.db, payments, {})).toHaveLength(6)
  })
  test('“same name, same village: merged”: two people with numbers of their own stay two', async () => {
    await cloud.importBytes('财政局_2026年10月.xlsx', plan([row(1), row(2)]))
    const due = await findEach(cloud.db, payments, {})
    expect(new Set(due.map(({ personId }) => personId)).size).toBe(2)
  })
})
