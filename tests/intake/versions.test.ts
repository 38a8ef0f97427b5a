import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { open } from '#kernel/seal/seal'
import { findEach } from '#store/db/read'
import { formerRows } from '#store/intake/intake'
import { dividends, payments, receipts } from '#store/money/money'
import { startCloud, type Cloud } from '../harness/cloud'
import { numberOf, workbook } from './made'
import { pictureOf } from './picture'

const faults = resolve(__dirname, '../fixtures/faults')
const fault = (start: string) =>
  join(
    faults,
    readdirSync(faults).find((name) => name.startsWith(start))!,
  )

let cloud: Cloud
beforeAll(async () => void (cloud = await startCloud()))
afterAll(() => cloud.close())
beforeEach(() => cloud.empty())

type Row = [n: number, fen: number, over?: { project?: string; card?: string; period?: string; serial?: number | null }]
const cardOf = (n: number) => `62000000000${String(n).padStart(8, '0')}`
const headings = ['序号', '乡镇', '村', '姓名', '身份证号', '卡号', '项目', '属期', '应发金额(元)']
const planRow = ([n, fen, { project = '低保金', card = cardOf(n), period = '2026年10月', serial }]: Required<Row>, i: number) => [
  serial === undefined ? i + 1 : serial,
  '大峃镇',
  '苔湖村',
  `户${n}`,
  numberOf(n),
  card,
  project,
  period,
  fen / 100,
]
const planFile = (rows: Row[], title = '发放计划（2026年10月）', maker = '编制单位：文成县财政局') =>
  workbook([[title], [maker], headings, ...rows.map(([n, fen, over = {}], i) => planRow([n, fen, over], i))])
const receiptFile = (rows: [n: number, fen: number, code: string, text: string, on: string | null][], title = '代发结果') =>
  workbook([
    [title],
    ['序号', '账号', '户名', '金额', '结果码', '结果说明', '入账日期'],
    ...rows.map(([n, fen, code, text, on], i) => [i + 1, cardOf(n), `户${n}`, fen / 100, code, text, on]),
  ])
const dues = async ({ db }: Cloud) => (await findEach(db, payments, {})).map(({ month, dueFen }) => `${month} ${dueFen}`).sort()
const three: Row[] = [
  [1, 10000],
  [2, 20000],
  [3, 30000],
]

describe('a corrected plan takes the earlier one’s place', () => {
  test('the first release’s own example, whichever comes first: nobody is due twice, and the difference is told', async () => {
    await cloud.importFile(fault('06a'))
    const result = await cloud.importFile(fault('06b'))
    expect(result).toMatchObject({
      accepted: 8,
      amountFen: 881500,
      versions: [{ later: true, whole: true, added: 0, removed: 0, changed: 1, beforeFen: 871500, afterFen: 881500, scope: '2026-10' }],
    })
    const rows = await findEach(cloud.db, payments, {})
    expect([rows.length, rows.reduce((sum, { dueFen }) => sum + dueFen, 0)]).toEqual([8, 881500])
    const former = await findEach(cloud.db, formerRows, {})
    expect(former.map(({ sealed }) => JSON.parse(open(cloud.keys, sealed)) as { dueFen: number })).toMatchObject([{ dueFen: 105000 }])
    expect(await cloud.importFile(fault('06a'))).toMatchObject({ seenBefore: true, added: 0, changed: 0 })

    const expected = await pictureOf(cloud)
    await cloud.empty()
    await cloud.importFile(fault('06b'))
    expect(await cloud.importFile(fault('06a'))).toMatchObject({ versions: [{ later: false, changed: 1 }] })
    expect(await pictureOf(cloud)).toEqual(expected)
    expect(await findEach(cloud.db, formerRows, {})).toHaveLength(8)
  })

  test('rows gone are gone, rows new are there, and what was settled stays joined', async () => {
    await cloud.importBytes('财政局_计划_2026年10月.xlsx', planFile(three))
    await cloud.importBytes(
      '回执_20261015.xlsx',
      receiptFile([
        [1, 10000, '0000', '交易成功', '2026-10-15'],
        [2, 20000, '0000', '交易成功', '2026-10-15'],
        [3, 30000, 'E101', '户名不符', null],
      ]),
    )
    const result = await cloud.importBytes(
      '财政局_计划_2026年10月_改.xlsx',
      planFile([
        [2, 25000],
        [1, 10000],
        [4, 40000],
      ]),
    )
    expect(result).toMatchObject({ versions: [{ added: 1, removed: 1, changed: 1, beforeFen: 60000, afterFen: 75000 }] })
    expect(await dues(cloud)).toEqual(['2026-10 10000', '2026-10 25000', '2026-10 40000'])
    const due = new Map((await findEach(cloud.db, payments, {})).map((row) => [row._id, row.dueFen]))
    const answered = (await findEach(cloud.db, receipts, {})).map(({ amountFen, paymentId }) => [
      amountFen,
      paymentId && due.get(paymentId),
    ])
    expect(answered.sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
      [10000, 10000],
      [20000, 25000],
      [30000, null],
    ])
  })

  test('two towns’ plans of one agency and month stand beside each other; a second batch too', async () => {
    await cloud.importBytes('财政局_大峃镇_2026年10月.xlsx', planFile(three))
    expect(
      await cloud.importBytes(
        '财政局_南田镇_2026年10月.xlsx',
        planFile([
          [4, 10000],
          [5, 20000],
        ]),
      ),
    ).not.toHaveProperty('versions')
    expect(await cloud.importBytes('财政局_2026年10月第二批.xlsx', planFile(three, '发放计划（2026年10月）第二批'))).not.toHaveProperty(
      'versions',
    )
    expect(await dues(cloud)).toHaveLength(8)
  })

  test('a few rows of a whole plan: refused until its name says what it is, then only those change', async () => {
    await cloud.importBytes('财政局_2026年10月.xlsx', planFile(three))
    const one: Row[] = [[2, 26000]]
    const unsure = await cloud.importBytes('财政局_2026年10月b.xlsx', planFile(one))
    expect(unsure.refused).toMatch(/1 行.*更正.*补发/)
    expect(await dues(cloud)).toEqual(['2026-10 10000', '2026-10 20000', '2026-10 30000'])
    expect(await cloud.importBytes('财政局_2026年10月更正.xlsx', planFile(one, '发放计划更正（2026年10月）'))).toMatchObject({
      versions: [{ whole: false, changed: 1, beforeFen: 20000, afterFen: 26000 }],
    })
    expect(await dues(cloud)).toEqual(['2026-10 10000', '2026-10 26000', '2026-10 30000'])
  })

  test('the later day holds, in any order; another agency’s plan is none of it', async () => {
    const of = (day: string) => `编制单位：文成县财政局 编制日期：${day}`
    await cloud.importBytes(
      'b.xlsx',
      planFile(
        [
          [1, 12000],
          [2, 20000],
        ],
        '发放计划（2026年10月）',
        of('2026年10月14日'),
      ),
    )
    expect(
      await cloud.importBytes(
        'a.xlsx',
        planFile(
          [
            [1, 11000],
            [2, 20000],
          ],
          '发放计划（2026年10月）',
          of('2026年10月12日'),
        ),
      ),
    ).toMatchObject({ versions: [{ later: false }] })
    expect(await dues(cloud)).toEqual(['2026-10 12000', '2026-10 20000'])
    const result = await cloud.importBytes('c.xlsx', planFile([[1, 12000]], '发放计划（2026年10月）', '编制单位：文成县民政局'))
    expect(result).toMatchObject({ warned: 1 })
    expect(result).not.toHaveProperty('versions')
  })

  test('receipts and dividend tables likewise', async () => {
    await cloud.importBytes('计划_2026年10月.xlsx', planFile(three))
    await cloud.importBytes(
      '农商行_回执_20261015.xlsx',
      receiptFile([
        [1, 10000, '0000', '交易成功', '2026-10-15'],
        [2, 20000, '0000', '交易成功', '2026-10-15'],
        [9, 90000, '0000', '交易成功', '2026-10-15'],
      ]),
    )
    expect(
      await cloud.importBytes(
        '农商行_回执_20261015_更正.xlsx',
        receiptFile([
          [1, 10000, '0000', '交易成功', '2026-10-15'],
          [2, 20000, 'E203', '账户已销户', null],
        ]),
      ),
    ).toMatchObject({ versions: [{ removed: 1, changed: 1 }] })
    expect((await findEach(cloud.db, receipts, {})).map(({ amountFen, state }) => [amountFen, state]).sort()).toEqual([
      [10000, 'credited'],
      [20000, 'failed'],
    ])

    const table = (rows: [number, number][]) =>
      workbook([
        ['抱团增收分红表（2026年）'],
        ['户主姓名', '身份证号', '项目名称', '分红金额(元)'],
        ...rows.map(([n, fen]) => [`户${n}`, numberOf(n), '金丝皇菊', fen / 100]),
      ])
    await cloud.importBytes(
      '分红_2026年.xlsx',
      table([
        [1, 100],
        [2, 200],
        [3, 300],
      ]),
    )
    expect(
      await cloud.importBytes(
        '分红_2026年_更正.xlsx',
        table([
          [1, 100],
          [2, 250],
        ]),
      ),
    ).toMatchObject({ versions: [{ removed: 1, changed: 1, beforeFen: 600, afterFen: 350 }] })
    expect((await findEach(cloud.db, dividends, {})).map(({ dividendFen }) => dividendFen).sort()).toEqual([100, 250])
  })
})

describe('within one file', () => {
  test('the same row twice is due once, and remarked on; two rows with numbers of their own are two', async () => {
    expect(await cloud.importFile(fault('15'))).toMatchObject({ rows: 9, accepted: 9, quarantined: 0, warned: 1, amountFen: 871500 })
    expect(await dues(cloud)).toHaveLength(8)
    const more = await cloud.importBytes(
      '计划_2026年11月.xlsx',
      planFile(
        [
          [1, 100, { serial: 1 }],
          [1, 100, { serial: 2 }],
          [2, 100, { serial: null }],
          [2, 100, { serial: null }],
        ],
        '发放计划（2026年11月）',
      ),
    )
    expect(more).toMatchObject({ accepted: 4, warned: 1, amountFen: 300 })
  })

  test('a hidden copy of a sheet counts for nothing', async () => {
    expect(await cloud.importFile(fault('16'))).toMatchObject({ rows: 16, amountFen: 871500 })
    expect(await dues(cloud)).toHaveLength(8)
  })

  test('two months in two sheets, in two parts of one sheet, and by a column: each row has its own', async () => {
    expect(await cloud.importFile(fault('12'))).toMatchObject({ accepted: 8, amountFen: 871500 })
    expect((await dues(cloud)).map((due) => due.slice(0, 7))).toEqual([
      ...Array<string>(4).fill('2026-09'),
      ...Array<string>(4).fill('2026-10'),
    ])

    await cloud.empty()
    const part = (n: number) => planRow([n, 100 * n, {}] as never, n)
    await cloud.importBytes('计划.xlsx', workbook([['一卡通发放计划表'], headings, ['2026年9月'], part(1), ['2026年10月'], part(2)]))
    expect(await dues(cloud)).toEqual(['2026-09 100', '2026-10 200'])

    await cloud.empty()
    const result = await cloud.importBytes(
      '计划.xlsx',
      planFile(
        [
          [1, 100, { period: '2026年9月' }],
          [2, 200, { period: '2026年10月' }],
          [3, 300, { period: '2026年第三季度' }],
        ],
        '2026年9月、10月发放计划',
      ),
    )
    expect(result).toMatchObject({ accepted: 2, quarantined: 1 })
    expect(await dues(cloud)).toEqual(['2026-09 100', '2026-10 200'])
  })
})

describe('what the bank says', () => {
  const states = async ({ db }: Cloud) =>
    (await findEach(db, receipts, {}))
      .map(({ state }) => state)
      .sort()
      .join(' ')

  test('90 支付成功 is credited, 支付失败 is not', async () => {
    expect(await cloud.importFile(fault('07'))).toMatchObject({ accepted: 8, warned: 0 })
    expect(await states(cloud)).toBe('credited '.repeat(7) + 'failed')
  })

  test('成功后退汇 is money that went back; what is in no list waits, is counted and named', async () => {
    expect(await cloud.importFile(fault('08'))).toMatchObject({ accepted: 8, warned: 0 })
    expect(await states(cloud)).toBe('credited '.repeat(7) + 'returned')
    const odd = await cloud.importBytes(
      '回执_20261116.xlsx',
      receiptFile([
        [1, 100, '', '部分成功', null],
        [2, 100, '0000', '交易成功', '2026-11-16'],
      ]),
    )
    expect(odd).toMatchObject({ accepted: 2, warned: 1 })
    expect(await states(cloud)).toBe('credited '.repeat(8) + 'returned unknown')
  })
})

describe('a receipt answers the month that its money is of', () => {
  const plans = (a: string, b: string): [string, Buffer][] =>
    [a, b].map((month) => [
      `计划_${month}.xlsx`,
      planFile(
        three.map(([n, fen]): Row => [n, fen, { period: month }]),
        `发放计划（${month}）`,
      ),
    ])
  const paid = (name: string, on: string, refused?: number): [string, Buffer] => [
    name,
    receiptFile(three.map(([n, fen]) => (n === refused ? [n, fen, 'E101', '户名不符', null] : [n, fen, '0000', '交易成功', on]))),
  ]
  async function outcome(files: [string, Buffer][]): Promise<string[]> {
    await cloud.empty()
    for (const [name, bytes] of files) await cloud.importBytes(name, bytes)
    const answers = new Map((await findEach(cloud.db, receipts, {})).map((line) => [line.paymentId, line]))
    return (await findEach(cloud.db, payments, {}))
      .map((due) => `${due.month} ${due.dueFen} ${answers.get(due._id)?.state ?? 'waiting'} ${answers.get(due._id)?.postedOn ?? '-'}`)
      .sort()
  }

  test.each<[string, [string, Buffer][], [string, string, string]]>([
    [
      'National Day: September’s on 8 October, and October’s refusal is still there',
      [...plans('2026年9月', '2026年10月'), paid('回执_20261008.xlsx', '2026-10-08'), paid('回执_20261015.xlsx', '2026-10-15', 3)],
      ['2026-09', '2026-10-08', '2026-10-15'],
    ],
    [
      'New Year: December’s on 4 January',
      [...plans('2025年12月', '2026年1月'), paid('回执_20260104.xlsx', '2026-01-04'), paid('回执_20260120.xlsx', '2026-01-20', 3)],
      ['2025-12', '2026-01-04', '2026-01-20'],
    ],
    [
      'the 31st, and a 31st that slipped',
      [...plans('2026年7月', '2026年8月'), paid('回执_20260731.xlsx', '2026-07-31'), paid('回执_20260902.xlsx', '2026-09-02', 3)],
      ['2026-07', '2026-07-31', '2026-09-02'],
    ],
    [
      'the month that the file states',
      [...plans('2026年9月', '2026年10月'), paid('2026年9月代发回执.xlsx', '2026-10-14'), paid('2026年10月代发回执.xlsx', '2026-10-15', 3)],
      ['2026-09', '2026-10-14', '2026-10-15'],
    ],
  ])(
    '%s, in any order',
    async (_, files, [month, first, second]) => {
      const [a, b, c, d] = files
      const expected = await outcome(files)
      const next = expected.find((line) => !line.startsWith(month))!.slice(0, 7)
      expect(expected).toEqual([
        ...[10000, 20000, 30000].map((fen) => `${month} ${fen} credited ${first}`),
        `${next} 10000 credited ${second}`,
        `${next} 20000 credited ${second}`,
        `${next} 30000 failed -`,
      ])
      for (const order of [
        [d, c, b, a],
        [c, a, d, b],
      ])
        expect(await outcome(order as [string, Buffer][])).toEqual(expected)
    },
    60_000,
  )
})
