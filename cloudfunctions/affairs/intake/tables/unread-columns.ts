import type { DataRow } from './data-rows'
import { sayWarning } from './reasons'

/** A column in which something stands that nobody read. */
export interface UnreadColumn {
  sheet: string
  row: number
  heading: string
  message: string
}

/** The columns of the tables that these rows stand in which have something in a row, and were not read. Each heading once a sheet. */
export function unreadColumns(rows: DataRow[]): UnreadColumn[] {
  const found = new Map<string, UnreadColumn>()
  const placed = new WeakMap<object, Set<number>>()
  for (const { table, sheet, cells } of rows) {
    const read = placed.get(table) ?? new Set(table.at.values())
    placed.set(table, read)
    cells.forEach((cell, column) => {
      if (cell === null || read.has(column) || table.fixed.has(column) || String(cell).trim() === '') return
      const heading = table.others.find((other) => other.column === column)?.heading ?? `第 ${columnName(column)} 列（没有表头）`
      const key = `${sheet}\n${heading}`
      if (!found.has(key))
        found.set(key, { sheet, row: Math.max(1, table.headingRow), heading, message: sayWarning('column_not_read', heading) })
    })
  }
  return [...found.values()]
}

/** 0 → A, 27 → AB, as spreadsheets call their columns. */
const columnName = (column: number): string =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
