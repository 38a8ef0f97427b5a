import { createHash } from 'node:crypto'
import { replace } from '#store/db/write'
import { refusedTables, type RefusedColumn, type RefusedTable } from '#store/intake/quarantine'
import type { Table } from '../tables/find-table'
import type { Writing } from '../writing/writing'

export const refusedTableId = (importId: string, sheet: string, headingRow: number): string =>
  createHash('sha256')
    .update(JSON.stringify([importId, sheet, headingRow]))
    .digest('hex')
    .slice(0, 24)

/** Keeps the headings of the tables in which rows were refused: a row is shown, and sent back, below them. */
export async function keepRefusedTables({ db, importId }: Pick<Writing, 'db' | 'importId'>, tables: Table[]): Promise<void> {
  for (const table of new Set(tables)) {
    const { sheet, headingRow } = table
    const kept: RefusedTable = { _id: refusedTableId(importId, sheet, headingRow), importId, sheet, headingRow, columns: columnsOf(table) }
    await replace(db, refusedTables, kept)
  }
}

/** Each column that has a heading or is read, from the left: 户主信息 姓名. */
function columnsOf({ at, headings, groups, others }: Table): RefusedColumn[] {
  const read = [...at].map(([key, column]): RefusedColumn => {
    const own = headings.get(key) ?? ''
    const above = (groups.get(key) ?? []).filter((group) => group !== '' && !own.includes(group))
    return { column, heading: [...above, own].filter(Boolean).join(' ') || `第 ${column + 1} 列`, key }
  })
  return [...read, ...others.map(({ column, heading }) => ({ column, heading, key: null }))].sort((a, b) => a.column - b.column)
}
