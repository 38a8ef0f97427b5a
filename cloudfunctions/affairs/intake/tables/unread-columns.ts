import { columnLetter } from '../asking'
import type { DataRow } from './data-rows'
import type { Table } from './find-table'
import { sayWarning } from './reasons'

/** A column in which something stands that nobody read. */
export interface UnreadColumn {
  sheet: string
  row: number
  heading: string
  message: string
  table: Table
  column: number
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
      const heading = table.others.find((other) => other.column === column)?.heading ?? `第 ${columnLetter(column)} 列（没有表头）`
      const key = `${sheet}\n${heading}`
      if (!found.has(key))
        found.set(key, {
          sheet,
          row: Math.max(1, table.headingRow),
          heading,
          message: sayWarning('column_not_read', heading),
          table,
          column,
        })
    })
  }
  return [...found.values()]
}
