import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { readFileSync } from 'node:fs'
import { FileFault } from '#affairs/intake/reading/sheet'
import { numberOf, workbook } from './made'
import { faulty, understood } from './read'

/** Whatever a department does to a list, the same people are due the same: columns moved, headings reworded, saved in another format. */
type Value = string | number | null
const words: Record<string, string[]> = {
  序号: ['序号', '编号', '户序号'],
  乡镇: ['乡镇', '所属乡镇', '镇(街道)', '所属街道'],
  村: ['村', '行政村', '村（社区）'],
  姓名: ['姓名', '补贴对象', '享受人姓名', '*姓 名（必填）'],
  身份证号: ['身份证号', '身份证件号', '公民身份号码', '居民身份证号码：'],
  卡号: ['卡号', '银行帐号', '一卡通账号', '社会保障卡卡号'],
  项目: ['项目', '补贴类型', '补贴名称', '资金名称'],
}
const amounts: [string, number][] = [
  ['应发金额(元)', 1],
  ['实发金额（分）', 100],
  ['补贴金额[百元]（必填）', 0.01],
  ['金额【人民币万元】', 0.0001],
  ['发放金额（千元）', 0.001],
]
const keys = [...Object.keys(words), '金额']

const people = fc.array(fc.record({ fen: fc.integer({ min: 1, max: 900_000 }), sound: fc.boolean() }), { minLength: 1, maxLength: 12 })
const mutation = fc.record({
  people,
  order: fc.shuffledSubarray(keys, { minLength: keys.length }),
  spelling: fc.array(fc.nat(3), { minLength: keys.length, maxLength: keys.length }),
  amount: fc.nat(amounts.length - 1),
  format: fc.constantFrom('xlsx', 'xls', 'ods', 'csv-utf8', 'csv-gb18030', 'csv-utf16', 'html', 'text'),
  numbering: fc.boolean(),
  footer: fc.boolean(),
  again: fc.boolean(),
  titles: fc.nat(16),
  asText: fc.boolean(),
})

function bytesOf(rows: Value[][], format: string): Buffer {
  const text = (delimiter: string) =>
    rows.map((row) => row.map((value) => (value === null ? '' : String(value))).join(delimiter)).join('\r\n')
  switch (format) {
    case 'xlsx':
      return workbook(rows)
    case 'xls':
    case 'ods':
      return write(
        { SheetNames: ['表'], Sheets: { 表: utils.aoa_to_sheet(rows) } },
        { type: 'buffer', bookType: format === 'xls' ? 'biff8' : 'ods' },
      ) as Buffer
    case 'csv-gb18030':
      return iconv.encode(text(','), 'gb18030')
    case 'csv-utf16':
      return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text(','), 'utf16le')])
    case 'html':
      return Buffer.from(
        `<html><meta charset="utf-8"><table>${rows.map((row) => `<tr>${row.map((value) => `<td>${value ?? ''}</td>`).join('')}</tr>`).join('')}</table></html>`,
      )
    case 'text':
      return Buffer.from(text('|'))
    default:
      return Buffer.from(text(','))
  }
}

test('columns moved, headings reworded, other units, numbering, footers, repeated headings, eight formats: accepted + returned = people, and every amount to the 分', async () => {
  await fc.assert(
    fc.asyncProperty(mutation, async ({ people: list, order, spelling, amount, format, numbering, footer, again, titles, asText }) => {
      const [amountHeading, factor] = amounts[amount]!
      const headings = order.map((key) =>
        key === '金额' ? amountHeading : words[key]![spelling[keys.indexOf(key)]! % words[key]!.length]!,
      )
      const rowOf = ({ fen, sound }: { fen: number; sound: boolean }, i: number) =>
        order.map((key): Value => {
          const value = Number(((fen / 100) * factor).toFixed(8))
          const cells: Record<string, Value> = {
            序号: i + 1,
            乡镇: '大峃镇',
            村: '苔湖村',
            姓名: '赵甲',
            身份证号: sound ? numberOf(i + 1) : '小计',
            卡号: `62000000000000001${i + 10}`,
            项目: '低保金',
            金额: asText ? String(value) : value,
          }
          return cells[key]!
        })
      const body = list.map(rowOf)
      const half = Math.ceil(body.length / 2)
      const rows: Value[][] = [
        ['惠农补贴发放计划表（2026年10月）'],
        ...Array.from({ length: titles }, (_, i) => [`填表说明 ${i + 1}`]),
        headings,
        ...(numbering ? [order.map((_, i) => i + 1)] : []),
        ...body.slice(0, half),
        ...(again && half < body.length ? [headings] : []),
        ...body.slice(half),
        ...(footer ? [['合计', null, null, null, null, null, null, null], ['县财政局（盖章）'], ['2026年10月20日']] : []),
      ]
      const read = await understood('发放计划_2026年10月', bytesOf(rows, format))
      const sound = list.filter((one) => one.sound)
      expect([read.kind, read.rows, read.accepted, read.amountFen, read.columns]).toEqual([
        'payment-plan',
        list.length,
        sound.length,
        sound.reduce((sum, { fen }) => sum + fen, 0),
        [],
      ])
    }),
    { numRuns: 80, seed: 20261129 },
  )
}, 120_000)

/** Files that arrive cut or with bytes changed: a sentence, or rows that add up; never a fault of ours. */
const files = ['01', '06a', '09', '10', '13', '23', '26'].map((start) => ({
  name: faulty(start).replace(/.*\//, ''),
  bytes: readFileSync(faulty(start)),
}))
test('bytes cut off or changed: refused with a sentence, or every row is accounted for', async () => {
  const damage = fc.record({
    file: fc.constantFrom(...files),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    flips: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 4 }),
  })
  await fc.assert(
    fc.asyncProperty(damage, async ({ file: { name, bytes }, cut, flips }) => {
      const broken = Buffer.from(flips.length === 0 ? bytes.subarray(0, Math.floor(bytes.length * cut)) : bytes)
      for (const [at, value] of flips) broken[Math.min(broken.length - 1, Math.floor(at * broken.length))] = value
      try {
        const { rows, accepted, refused } = await understood(name, broken)
        expect(accepted + refused.length).toBe(rows)
        if (name.endsWith('.xlsx') && !broken.equals(bytes)) expect(rows).toBeGreaterThan(0)
      } catch (error) {
        expect(error).toBeInstanceOf(FileFault)
        expect((error as Error).message).toMatch(/[\u4e00-\u9fff].*。$/)
      }
    }),
    { numRuns: 120, seed: 20261129 },
  )
}, 120_000)
