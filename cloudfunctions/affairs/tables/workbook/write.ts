import { addUp, type Table, type TableCell, type Totals } from '#domain/tables/table'
import { otherParts, sheetPath } from './package'
import { sheetEnd, sheetRows, sheetStart } from './sheet'
import { directory, localHeader, newEntry, pack, type Entry } from './zip'

/** How far the writing of a workbook is. Small, and says nothing of anybody: it may be kept between two calls. */
export interface Written {
  sheet: Entry
  rows: number
  totals: Totals
}

export const nothingWritten: Written = { sheet: newEntry(sheetPath), rows: 0, totals: {} }

/** The next rows of a workbook, as a piece of it. With `last` no more follow. */
export function writeRows(
  table: Table,
  so: Written,
  rows: readonly (readonly TableCell[])[],
  last: boolean,
): { so: Written; piece: Buffer } {
  const totals = addUp(table.columns, so.totals, rows)
  const count = so.rows + rows.length
  const xml = [
    so.sheet.size === 0 ? sheetStart(table) : '',
    sheetRows(table, so.rows, rows),
    last ? sheetEnd(table, count, totals) : '',
  ].join('')
  const { entry, piece } = pack(so.sheet, xml, last)
  return { so: { sheet: entry, rows: count, totals }, piece }
}

/** What goes before the first piece and behind the last one, when all pieces are written. */
export function around(table: Table, { sheet }: Written): { before: Buffer; behind: Buffer } {
  const others = Object.entries(otherParts(table)).map(([name, xml]) => pack(newEntry(name), xml, true))
  return {
    before: Buffer.concat([...others.flatMap(({ entry, piece }) => [localHeader(entry), piece]), localHeader(sheet)]),
    behind: directory([...others.map(({ entry }) => entry), sheet]),
  }
}

/** A table with few rows, at once, as .xlsx. */
export function workbookOf(table: Table, rows: readonly (readonly TableCell[])[]): Buffer {
  const { so, piece } = writeRows(table, nothingWritten, rows, true)
  const { before, behind } = around(table, so)
  return Buffer.concat([before, piece, behind])
}
