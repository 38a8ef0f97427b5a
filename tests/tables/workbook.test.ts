import { read, utils } from '@e965/xlsx'
import { readXlsx } from 'hucre/xlsx'
import { inflateRawSync } from 'node:zlib'
import { around, nothingWritten, workbookOf, writeRows } from '#affairs/tables/workbook/write'
import type { Table, TableCell } from '#domain/tables/table'

const table: Table = {
  title: '峃口镇在册名册',
  unit: '民政局',
  madeBy: '吴敏 & <吴>',
  madeOn: '2026-10-20',
  mark: '民政局 吴敏 于 2026-10-20 导出，编号 r1',
  columns: [
    { heading: ['序号'], width: 6, kind: 'count' },
    { heading: ['户主', '姓名'], width: 12, kind: 'text' },
    { heading: ['户主', '身份证号'], width: 22, kind: 'text' },
    { heading: ['出生日期'], width: 12, kind: 'day' },
    { heading: ['月保障金（元）'], width: 14, kind: 'money', totalled: true },
  ],
}
const rows: TableCell[][] = [
  [1, '陈阿公', '330399194606150015', '1946-06-15', 76_210],
  [2, '=cmd|calc', '330399194606150023', '2000-02-29', 10],
  [3, '𠮷阿婆 "<&>"', '330399194606150031', null, null],
]
const sheetIn = (bytes: Buffer) => {
  const book = read(bytes, { cellStyles: true, cellFormula: true, cellNF: true })
  return book.Sheets[book.SheetNames[0]!]!
}

describe('a table as .xlsx', () => {
  const sheet = sheetIn(workbookOf(table, rows))

  test('has its title across, headings of two levels, who made it, the totals and the mark', () => {
    const lines = utils.sheet_to_json(sheet, { header: 1, raw: true }) as unknown[][]
    expect(lines[0]![0]).toBe('峃口镇在册名册')
    expect(lines[1]![0]).toBe('单位：民政局　　制表日期：2026-10-20　　制表人：吴敏 & <吴>')
    expect(lines[2]).toEqual(['序号', '户主', undefined, '出生日期', '月保障金（元）'])
    expect(lines[3]!.slice(1, 3)).toEqual(['姓名', '身份证号'])
    expect(lines.at(-2)).toEqual(['合计', undefined, undefined, undefined, 762.2])
    expect(lines.at(-1)![0]).toBe(table.mark)
    expect(sheet['!merges']!.map(utils.encode_range)).toEqual(['A1:E1', 'A2:E2', 'A3:A4', 'B3:C3', 'D3:D4', 'E3:E4', 'A9:E9'])
    expect(sheet['!cols']!.map((column) => column.width)).toEqual([6, 12, 22, 12, 14])
  })

  test('keeps the 18 characters of an ID, days as days, amounts to the 分, rare characters', () => {
    expect(sheet.C5).toMatchObject({ t: 's', v: '330399194606150015' })
    expect(sheet.D5).toMatchObject({ t: 'n', w: '1946-06-15' })
    expect(sheet.D6).toMatchObject({ w: '2000-02-29' })
    expect(sheet.E5).toMatchObject({ t: 'n', v: 762.1, w: '762.10' })
    expect(sheet.B7.v).toBe('𠮷阿婆 "<&>"')
  })

  test('runs nothing of what a cell says', () => {
    expect(sheet.B6).toMatchObject({ t: 's', v: "'=cmd|calc" })
    expect(Object.values(sheet).some((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toBe(false)
  })
})

test('is the same read by another reader, and written in pieces', async () => {
  let so = nothingWritten
  const pieces: Buffer[] = []
  rows.forEach((row, i) => {
    const done = writeRows(table, so, [row], i === rows.length - 1)
    so = JSON.parse(JSON.stringify(done.so)) as typeof so
    pieces.push(done.piece)
  })
  const { before, behind } = around(table, so)
  const bytes = Buffer.concat([before, ...pieces, behind])
  expect(utils.sheet_to_json(sheetIn(bytes), { header: 1 })).toEqual(utils.sheet_to_json(sheetIn(workbookOf(table, rows)), { header: 1 }))
  const { sheets } = await readXlsx(bytes)
  expect(sheets[0]!.rows[4]!.slice(0, 3)).toEqual([1, '陈阿公', '330399194606150015'])
})

test('has the parts of a sheet in the order that the format asks for, styles that exist, and headings on every printed page', () => {
  const bytes = workbookOf(table, rows)
  const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml')
  const order = [...sheet.matchAll(/<(\w+)[ >/]/g)].map(([, tag]) => tag!)
  const asked = [
    'sheetPr',
    'sheetViews',
    'sheetFormatPr',
    'cols',
    'sheetData',
    'mergeCells',
    'printOptions',
    'pageMargins',
    'pageSetup',
    'headerFooter',
  ]
  expect(order.filter((tag) => asked.includes(tag))).toEqual(asked)
  expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
  expect(sheet).toContain('编号 r1&amp;R第 &amp;P 页')
  expect(partOf(bytes, 'xl/workbook.xml')).toContain("'峃口镇在册名册'!$1:$4</definedName>")
  const styles = partOf(bytes, 'xl/styles.xml')
  const count = Number(/<cellXfs count="(\d+)"/.exec(styles)![1])
  expect(styles.split('<cellXfs')[1]!.split('</cellXfs>')[0]!.match(/<xf /g)).toHaveLength(count)
  expect(Math.max(...[...sheet.matchAll(/ s="(\d+)"/g)].map(([, style]) => Number(style)))).toBeLessThan(count)
})

/** A part of the archive, found by the directory at its end as a strict reader does. */
function partOf(bytes: Buffer, path: string): string {
  let at = bytes.readUInt32LE(bytes.length - 6)
  for (let left = bytes.readUInt16LE(bytes.length - 12); left > 0; left--) {
    const [packed, name, offset] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)]
    if (bytes.subarray(at + 46, at + 46 + name).toString() === path) {
      const from = offset + 30 + bytes.readUInt16LE(offset + 26)
      return inflateRawSync(bytes.subarray(from, from + packed)).toString()
    }
    at += 46 + name
  }
  throw new Error(`No ${path}`)
}
