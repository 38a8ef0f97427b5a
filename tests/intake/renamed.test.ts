import fc from 'fast-check'
import { FileFault } from '#affairs/intake/reading/sheet'
import { numberOf, workbook } from './made'
import { understood } from './read'

/**
 * Whatever a department writes over its columns, in whatever order: a file is read exactly as it is meant, or not at all, with words
 * about what is not understood. Never with another amount, name or date.
 */
type Cell = string | number | null
interface Column {
  key: string
  /** What departments call it. */
  known: string[]
  cells: Cell[]
}

const card = (n: number) => `62000000000000000${String(10 + n)}`
const names = ['赵国强', '钱小妹', '孙建华', '李阿公', '周秀英', '吴大春']
const of = <T>(make: (n: number) => T) => names.map((_, n) => make(n))
const person: Column[] = [
  { key: 'serial', known: ['序号', '编号', 'No.'], cells: of((n) => n + 1) },
  { key: 'town', known: ['乡镇', '所属乡镇', '镇（街道）'], cells: of(() => '大峃镇') },
  { key: 'village', known: ['村', '行政村', '所在村（社区）'], cells: of(() => '苔湖村') },
  { key: 'name', known: ['姓名'], cells: names },
  { key: 'id', known: ['身份证号', '公民身份号码', '身份证件号码'], cells: of((n) => numberOf(n + 1)) },
]
const kinds: { kind: string; name: string; title: string; columns: Column[] }[] = [
  {
    kind: 'payment-plan',
    name: '财政局_计划_202610.xlsx',
    title: '2026年10月发放计划',
    columns: [
      ...person,
      { key: 'card', known: ['卡号', '银行账号', '社保卡号'], cells: of(card) },
      { key: 'project', known: ['项目', '补贴项目'], cells: of(() => '低保金') },
      { key: 'amount', known: ['应发金额', '补贴金额', '发放金额'], cells: of((n) => 600.5 + 31 * n * n) },
    ],
  },
  {
    kind: 'dividend',
    name: '农业农村局_分红_2026年.xlsx',
    title: '2026年抱团增收分红表',
    columns: [
      ...person,
      { key: 'project', known: ['项目名称', '入股项目'], cells: of(() => '光伏一期') },
      { key: 'principal', known: ['入股本金', '股金'], cells: of((n) => 10_000 + 500 * n * n) },
      { key: 'dividend', known: ['分红金额', '本年分红'], cells: of((n) => 800.5 + 7 * n * n) },
    ],
  },
  {
    kind: 'exit',
    name: '民政局_退出_20261010.xlsx',
    title: '核销退出名册',
    columns: [
      ...person,
      { key: 'reason', known: ['退出原因', '核销原因'], cells: of(() => '收入超过标准') },
      { key: 'exit_date', known: ['退出日期', '核销时间'], cells: of((n) => `2026-09-${10 + n}`) },
    ],
  },
  {
    kind: 'register',
    name: '民政局_低保名册_20261010.xlsx',
    title: '低保对象花名册',
    columns: [
      ...person,
      { key: 'relation', known: ['与户主关系'], cells: of(() => '户主') },
      { key: 'category', known: ['人员类别', '保障类别'], cells: of(() => '低保') },
      { key: 'member_count', known: ['保障人数', '家庭人口'], cells: of(() => 1) },
      { key: 'monthly_amount', known: ['月保障金', '月补助金额'], cells: of((n) => 650.5 + 11 * n * n) },
      { key: 'start_month', known: ['起始年月'], cells: of((n) => `2025年${n + 1}月`) },
    ],
  },
  {
    kind: 'bank-receipt',
    name: '农商行_回执_20261015.xlsx',
    title: '代发回执',
    columns: [
      { key: 'serial', known: ['序号', '流水号'], cells: of((n) => n + 1) },
      { key: 'card', known: ['账号', '收款账号'], cells: of(card) },
      { key: 'account_name', known: ['户名', '收款户名'], cells: names },
      { key: 'amount', known: ['金额', '交易金额'], cells: of((n) => 600.5 + 31 * n * n) },
      { key: 'result_code', known: ['结果码', '返回码'], cells: of(() => '0000') },
      { key: 'result_text', known: ['结果说明', '返回信息'], cells: of(() => '交易成功') },
      { key: 'posting_date', known: ['入账日期', '交易日期'], cells: of((n) => `2026-10-1${n}`) },
    ],
  },
]

/** Words that stand in no pack. */
const unheard = [
  '甲项',
  '乙项',
  '到手',
  '拿到手的',
  '本口',
  '标识',
  '名头',
  '头衔',
  '款子',
  '牌号',
  '那一天',
  '归属',
  '其一',
  '其二',
  '杂项',
  '口径',
]
const wraps: ((text: string) => string)[] = [
  (text) => text,
  (text) => `${text}（必填）`,
  (text) => `【${text}】`,
  (text) => `1.${text}*`,
  (text) => [...text].join('  '),
  (text) => text.replace(/[\x21-\x7e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  (text) => `${text}：`,
  (text) => text.replace(/^(..)/, '$1\n'),
]
const keysThatMatter = [
  'name',
  'id',
  'card',
  'amount',
  'dividend',
  'principal',
  'monthly_amount',
  'exit_date',
  'posting_date',
  'account_name',
  'start_month',
]

const change = fc.record({
  kind: fc.constantFrom(...kinds),
  spelling: fc.array(
    fc.record({
      pick: fc.nat(2),
      wrap: fc.nat(wraps.length - 1),
      unheard: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(unheard.length - 1) }),
    }),
    {
      minLength: 12,
      maxLength: 12,
    },
  ),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 10 }),
  levels: fc.constantFrom(1, 2, 3),
  titled: fc.boolean(),
  fileName: fc.boolean(),
})

/** How often each happens, so that a test that only ever refuses cannot pass. */
const seen = { read: 0, asked: 0, refused: 0 }

test('renamed, wrapped, moved, under two and three levels: read exactly, asked about, or refused', async () => {
  await fc.assert(
    fc.asyncProperty(change, async ({ kind, spelling, order, levels, titled, fileName }) => {
      const columns = order.flatMap((at) => kind.columns[at] ?? [])
      const headings = columns.map(({ known }, at) => {
        const { pick, wrap, unheard: other } = spelling[at]!
        return wraps[wrap]!(other === null ? known[pick % known.length]! : `${unheard[other]!}${at}`)
      })
      const groups = columns.map((_, at) => (at < columns.length / 2 ? '基本情况' : '其他情况'))
      const rows: Cell[][] = [
        ...(titled ? [[kind.title]] : []),
        ...(levels > 2 ? [columns.map(() => '2026年')] : []),
        ...(levels > 1 ? [groups] : []),
        headings,
        ...names.map((_, n) => columns.map(({ cells }) => cells[n]!)),
      ]
      const name = fileName ? kind.name : `报送_${/\d{6,8}/.exec(kind.name)?.[0] ?? '2026年'}.xlsx`
      const result = await understood(name, workbook(rows)).catch((error: unknown) => error)
      if (result instanceof Error) {
        if (!(result instanceof FileFault)) throw result
        seen['questions' in result ? 'asked' : 'refused']++
        expect(result.message).toMatch(/一行也没有导入.*。$/s)
        return
      }
      seen.read++
      const { taken, kind: read, columns: unread } = result as Awaited<ReturnType<typeof understood>>
      expect([read, taken.rows.length]).toEqual([kind.kind, names.length])
      for (const { key, cells } of columns) {
        const heading = headings[columns.findIndex((one) => one.key === key)]!
        const placed = taken.rows[0]!.has(key as never)
        if (placed && keysThatMatter.includes(key)) {
          expect([heading, taken.rows.map((row) => row.cell(key as never))]).toEqual([heading, cells])
        }
        // What is not read is named.
        if (!placed)
          expect([heading, unread.some((one) => one.replace(/\s/g, '') === heading.normalize('NFKC').replace(/\s/g, ''))]).toEqual([
            heading,
            true,
          ])
      }
    }),
    { numRuns: 250, seed: 20261129 },
  )
  expect(seen.read).toBeGreaterThan(25)
  expect(seen.asked).toBeGreaterThan(25)
})

describe('columns that stand under one another’s headings', () => {
  const numbers: string[] = ['id', 'card', 'amount', 'dividend', 'monthly_amount', 'exit_date', 'name', 'account_name', 'posting_date']
  const swaps = kinds.flatMap(({ kind, columns }) =>
    columns.flatMap((one) =>
      columns.flatMap((two) =>
        one.key < two.key && (numbers.includes(one.key) || numbers.includes(two.key)) ? [[kind, one.key, two.key] as const] : [],
      ),
    ),
  )
  /** Both are amounts: only the headings tell them apart. */
  const alike = [
    ['dividend', 'principal'],
    ['category', 'name'],
  ].map((pair) => pair.join())
  test.each(swaps.filter(([, one, two]) => !alike.includes([one, two].join())))(
    '%s: %s and %s: not read in silence',
    async (kind, one, two) => {
      const { columns, name, title } = kinds.find((each) => each.kind === kind)!
      const cellsOf = (key: string) => columns.find((each) => each.key === key)!.cells
      const swapped = columns.map((each) => ({
        ...each,
        cells: each.key === one ? cellsOf(two) : each.key === two ? cellsOf(one) : each.cells,
      }))
      const rows = [[title], swapped.map(({ known }) => known[0]!), ...names.map((_, n) => swapped.map(({ cells }) => cells[n]!))]
      const result = await understood(name, workbook(rows)).catch((error: unknown) => error as Error)
      if (result instanceof Error) expect(result.message).toMatch(/不像|一行也没有导入/)
      else expect(new Set([...result.refused, ...result.warned].map((one) => one.split(' ')[1])).size).toBe(names.length)
    },
  )
})
