import type { CellStyle, CellValue, ColumnDef, Cell as WrittenCell, WriteSheet } from 'hucre/xlsx'
import { textOf, type Cell } from '#domain/files/cells'
import { harmless } from '#domain/files/harmless'
import type { RefusedColumn } from '#store/intake/quarantine'
import type { Merge } from '../reading/sheet'
import { columnMark, markOfMarks } from './marks'

/** The refused rows of one table, as they go back to whoever sent them. */
export interface RefusedSheet {
  name: string
  /** The lines down to the headings, as they stood in the file. */
  head: Cell[][]
  merges: Merge[]
  columns: RefusedColumn[]
  rows: { cells: Cell[]; failed: number | undefined; reason: string; mark: string }[]
}

const red: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CE' } }, numFmt: '@' }
const wrapped: CellStyle = { alignment: { wrapText: true, vertical: 'top' } }
const asText: CellStyle = { numFmt: '@' }
const asDate: CellStyle = { numFmt: 'yyyy-mm-dd' }

/**
 * A workbook of refused rows below their own headings: the cell at fault is red, with the reason as its comment and once more in the last
 * column; numbers of people and cards are text. It may be sent back as it is: hidden marks say which row is which.
 */
export async function writeRefused(sheets: RefusedSheet[]): Promise<Buffer> {
  // Loaded only now: few calls write a workbook.
  const { writeXlsx } = await import('hucre/xlsx')
  const taken = new Set<string>()
  return Buffer.from(await writeXlsx({ sheets: sheets.map((sheet) => sheetOf(sheet, freeName(sheet.name, taken))) }))
}

function sheetOf({ head, merges, columns, rows }: RefusedSheet, name: string): WriteSheet {
  const width = Math.max(
    1,
    ...head.map((line) => line.length),
    ...columns.map(({ column }) => column + 1),
    ...rows.map((row) => row.cells.length),
  )
  const dates = new Set(columns.filter(isDate).map(({ column }) => column))
  const cells = new Map<string, Partial<WrittenCell>>()
  const lines: CellValue[][] = head.map((line) => Array.from({ length: width }, (_, i) => harmless(line[i] ?? null)))
  lines.at(-1)!.push('退回原因')
  lines.push([...Array.from({ length: width }, (_, i) => columnMark(i)), '', markOfMarks])
  for (const { cells: own, failed, reason, mark } of rows) {
    const at = lines.length
    own.forEach((cell, i) => {
      const style = typeof cell === 'number' && dates.has(i) ? asDate : typeof cell === 'string' ? asText : undefined
      if (style) cells.set(`${at},${i}`, { style })
    })
    if (failed !== undefined) cells.set(`${at},${failed}`, { style: red, comment: { author: '小康码', text: reason } })
    cells.set(`${at},${width}`, { style: wrapped })
    lines.push([
      ...Array.from({ length: width }, (_, i) => (i === failed ? shown(own[i] ?? null) : harmless(own[i] ?? null))),
      harmless(reason),
      mark,
    ])
  }
  return {
    name,
    rows: lines,
    cells,
    columns: [...Array.from({ length: width }, (_, i) => columnOf(columns, lines, i)), { width: 60 }, { width: 4, hidden: true }],
    rowDefs: new Map([[head.length, { hidden: true }]]),
    merges: merges
      .filter(({ bottom }) => bottom < head.length)
      .map(({ top, left, bottom, right }) => ({ startRow: top, startCol: left, endRow: bottom, endCol: right })),
  }
}

/** Blank cells below are for typing into: in columns of numbers that name people they stay text. */
function columnOf(columns: RefusedColumn[], lines: CellValue[][], i: number): ColumnDef {
  const { heading = '', key } = columns.find(({ column }) => column === i) ?? {}
  const longest = Math.max(6, ...lines.slice(-200).map((line) => String(line[i] ?? '').length))
  const isNumberOfSomebody = /证|卡|号|帐|账|电话|手机/.test(heading) || /(^|_)(id|card|phone)(_|$)/.test(key ?? '')
  return { width: Math.min(30, longest * 1.2 + 4), ...(isNumberOfSomebody && { style: asText }) }
}

const isDate = ({ heading, key }: RefusedColumn): boolean =>
  /日期|时间|年月/.test(heading) || /(^|_)(date|day|birth|month)(_|$)/.test(key ?? '')

/** The cell at fault is text: whatever is typed over it stays as typed. */
const shown = (cell: Cell): CellValue => (cell === null ? '' : harmless(textOf(cell)))

/** A sheet's name as Excel allows it, and no other has. */
function freeName(name: string, taken: Set<string>): string {
  const plain = name.replace(/[[\]:*?/\\']/g, ' ').trim() || '退回'
  for (let n = 1; ; n++) {
    const tail = n === 1 ? '' : `(${n})`
    const free = plain.slice(0, 31 - tail.length) + tail
    if (!taken.has(free)) {
      taken.add(free)
      return free
    }
  }
}
