import fc from 'fast-check'
import { kindsOfFile } from '#affairs/intake/kinds/all'
import { FileFault } from '#affairs/intake/reading/sheet'
import { workbook } from './made'
import { understood } from './read'
import { kinds, names, type Cell } from './renamed-kinds'

/**
 * Whatever a department writes over its columns, in whatever order: a file is read exactly as it is meant, or not at all, with words
 * about what is not understood. Never with another amount, name or date.
 */
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
const keysThatMatter: string[] = [
  ...['died_on', 'moved_on', 'event_date', 'birth', 'helper', 'head_name', 'doctor', 'signed_on', 'last_visit', 'total_cost', 'self_paid'],
  ...['basic_paid', 'living_allowance', 'care_allowance', 'area_mu', 'total', 'paid', 'issued', 'planned_end'],
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
      pick: fc.nat(60),
      wrap: fc.nat(wraps.length - 1),
      unheard: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(unheard.length - 1) }),
    }),
    {
      minLength: 16,
      maxLength: 16,
    },
  ),
  order: fc.shuffledSubarray([...Array(16).keys()], { minLength: 16 }),
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
    { numRuns: 120, seed: 20261129 },
  )
  expect(seen.read).toBeGreaterThan(25)
  expect(seen.asked).toBeGreaterThan(25)
})

describe('columns that stand under one another’s headings', () => {
  const numbers: string[] = ['id', 'card', 'amount', 'dividend', 'monthly_amount', 'exit_date', 'name', 'account_name', 'posting_date']
  /** Cells can only contradict a heading that says what must stand below it; beside a list's school or project stands anything. */
  const areTold = (kind: string, ...keys: string[]): boolean =>
    kinds.findIndex((each) => each.kind === kind) < 5 ||
    keys.every((key) => key === 'area_mu' || kindsOfFile.find((each) => each.kind === kind)!.columns[key]!.holds !== undefined)
  const swaps = kinds.flatMap(({ kind, columns }) =>
    columns.flatMap((one) =>
      columns.flatMap((two) =>
        one.key < two.key && (numbers.includes(one.key) || numbers.includes(two.key)) && areTold(kind, one.key, two.key)
          ? [[kind, one.key, two.key] as const]
          : [],
      ),
    ),
  )
  /** Both are amounts: only the headings tell them apart. */
  const alike = [
    ['dividend', 'principal'],
    ['category', 'name'],
    ['doctor', 'name'],
    ['area_mu', 'card'],
    ['amount', 'area_mu'],
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
