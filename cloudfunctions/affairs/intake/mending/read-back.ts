import { textOf, type Cell } from '#domain/files/cells'
import type { Keys } from '#kernel/seal/keys'
import { FileFault, type Sheet } from '../reading/sheet'
import { columnOfMark, markOfMarks, rowOfMark } from './marks'

/** A row of a file that came back; `cells` by the columns of the original, and only those that are still there. */
export interface ReturnedRow {
  /** Where it stands in the file that came back. */
  at: { sheet: string; row: number }
  /** The refused row that it mends; null: its mark was changed, '' : it has none. */
  rowId: string | null
  cells: Map<number, Cell>
}

/** A file is no department's list but refused rows that come back. To whoever only looks at it, it is said so. */
export class ReturnedFile extends FileFault {
  override name = 'ReturnedFile'

  constructor(readonly rows: ReturnedRow[]) {
    super('这是改好送回来的退回行，不用先看，直接导入就行：只收改对的行。')
  }
}

/** True when the sheets are refused rows that come back: somewhere stands a mark of ours. */
export const isReturned = (sheets: Sheet[]): boolean => sheets.some((sheet) => marksOf(sheet) !== undefined)

/** The rows of a file that came back, of all sheets with marks; columns may have been moved, rows left out. */
export function returnedRows(keys: Keys, sheets: Sheet[]): ReturnedRow[] {
  return sheets.flatMap((sheet) => {
    const marks = marksOf(sheet)
    if (!marks) return []
    return sheet.rows
      .filter(({ number, cells }) => number > marks.row && cells.some((cell, i) => i !== marks.reason && textOf(cell) !== ''))
      .map(({ number, cells }) => ({
        at: { sheet: sheet.name, row: number },
        rowId: rowOfMark(keys, cells[marks.column]) === undefined ? '' : (rowOfMark(keys, cells[marks.column]) ?? null),
        cells: new Map([...marks.columns].map(([i, column]) => [column, cells[i] ?? null])),
      }))
  })
}

/** The line of marks: in which column the rows' marks stand, and which column was which. */
function marksOf({ rows }: Sheet): { row: number; column: number; reason: number; columns: Map<number, number> } | undefined {
  for (const { number, cells } of rows) {
    const column = cells.findIndex((cell) => typeof cell === 'string' && textOf(cell) === markOfMarks)
    if (column < 0) continue
    const columns = new Map(cells.flatMap((cell, i) => (columnOfMark(cell) === undefined ? [] : [[i, columnOfMark(cell)!] as const])))
    return { row: number, column, reason: column - 1, columns }
  }
  return undefined
}
