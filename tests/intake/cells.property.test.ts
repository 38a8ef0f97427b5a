import fc from 'fast-check'
import { FileFault } from '#affairs/intake/reading/sheet'
import { numberOf, workbook } from './made'
import { understood } from './read'

/** Whatever stands in the cells of a list: nobody is lost, and nobody is due another amount than their cell says. */
type Value = string | number | null

/** An amount as somebody typed it, and what it comes to in 分; null where nobody could say. */
const typed: fc.Arbitrary<{ cell: Value; fen: number | null }> = fc.integer({ min: 1, max: 9_000_000 }).chain((fen) => {
  const yuan = (fen / 100).toFixed(2)
  const wide = yuan.replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
  const commas = yuan.replace(/\B(?=(\d{3})+\.)/g, ',')
  return fc.constantFrom<{ cell: Value; fen: number | null }>(
    { cell: fen / 100, fen },
    ...[yuan, ` ${yuan} `, commas, wide, `￥${commas}`, `${yuan}元`, `\u202d${yuan}\u202c`, `'${yuan}`, `="${yuan}"`].map((cell) => ({
      cell,
      fen,
    })),
    { cell: `${fen}分`, fen },
    { cell: `${(fen / 1_000_000).toFixed(6)}万元`, fen },
    ...[
      `${yuan}？`,
      `约${yuan}`,
      `${yuan}/月`,
      `${yuan} ${yuan}`,
      '待定',
      '=SUM(',
      '#VALUE!',
      'NaN',
      '1e3',
      '--5',
      '1,2,3',
      `${yuan}\ufffd`,
    ].map((cell) => ({ cell, fen: null })),
    { cell: 6.2e18, fen: null },
  )
})
const junk = fc.constantFrom<Value>(
  null,
  '',
  ' ',
  0,
  -1,
  3.30399e17,
  '合计',
  '制表人：某某',
  '=A1',
  '#N/A',
  '\u0007',
  '𬞟',
  '长'.repeat(300),
  '2026年9月',
)
const headings = ['序号', '乡镇', '村', '姓名', '身份证号', '开户名', '卡号', '项目', '应发金额(元)', '备注']
const line = fc.record({ amount: typed, spoilt: fc.option(fc.record({ column: fc.nat(headings.length - 1), by: junk })) })
const [id, amount] = [4, 8]

test('cells spoilt at random: every row with a person’s number is accepted or returned, and an accepted amount is its cell’s', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 15 }), async (lines) => {
      const rows = lines.map(({ amount: { cell }, spoilt }, i): Value[] => {
        const row: Value[] = [i + 1, '大峃镇', '苔湖村', '赵甲', numberOf(i + 1), '赵甲', `62000000000000001${i + 10}`, '低保金', cell, '']
        if (spoilt) row[spoilt.column] = spoilt.by
        return row
      })
      let read: Awaited<ReturnType<typeof understood>>
      try {
        read = await understood('发放计划_2026年10月.xlsx', workbook([['发放计划表（2026年10月）'], headings, ...rows]))
      } catch (error) {
        // A file as a whole that nobody can read is said so, in a sentence.
        expect(error).toBeInstanceOf(FileFault)
        expect((error as Error).message).toMatch(/请.*。$/)
        return
      }
      const met = new Map(read.taken.rows.map((row) => [row.number, row]))
      const accepted = read.taken.chunks(1000).flatMap((chunk) => chunk.rows as { dueFen: number; at: { row: number } }[])
      lines.forEach(({ spoilt }, i) => {
        if (spoilt?.column !== id) expect(met.has(i + 3)).toBe(true)
      })
      for (const { dueFen, at } of accepted) {
        const { amount: written, spoilt } = lines[at.row - 3]!
        const said = spoilt?.column === amount ? { fen: typeof spoilt.by === 'number' ? Math.round(spoilt.by * 100) : null } : written
        expect([at.row, dueFen]).toEqual([at.row, said.fen])
      }
      expect(read.amountFen).toBe(accepted.reduce((sum, { dueFen }) => sum + dueFen, 0))
      const soundAmounts = lines.filter(({ amount: { fen }, spoilt }) => !spoilt && fen !== null).length
      expect(accepted.length).toBeGreaterThanOrEqual(soundAmounts)
    }),
    { numRuns: 120, seed: 20261129 },
  )
}, 120_000)
