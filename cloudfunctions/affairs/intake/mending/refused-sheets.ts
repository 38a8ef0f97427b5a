import type { AtWork } from '#kernel/jobs/kind'
import { findIn } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { refusedTables, type QuarantinedRow, type RefusedColumn } from '#store/intake/quarantine'
import { refusedTableId } from '../keeping/refused-tables'
import { FileFault, type Sheet } from '../reading/sheet'
import { sheetsOf } from '../understand'
import { grouped } from '../writing/grouped'
import { openRows } from './lists'
import { markOf } from './marks'
import type { RefusedSheet } from './write-refused'

/** Refused rows, table by table, below the lines that stand over them in their file. */
export async function refusedSheets(on: AtWork, rows: QuarantinedRow[]): Promise<RefusedSheet[]> {
  const files = new Map(
    (
      await findIn(
        on.db,
        imports,
        '_id',
        rows.map(({ importId }) => importId),
        ['fileName', 'fileID'],
      )
    ).map((file) => [file._id, file]),
  )
  const all = await findIn(on.db, refusedTables, 'importId', [...files.keys()])
  const made: RefusedSheet[] = []
  for (const [importId, ofFile] of grouped(await openRows(on, rows), ({ row }) => row.importId)) {
    const { fileName = '', fileID = '' } = files.get(importId) ?? {}
    const sheets = fileID === '' ? [] : await sheetsOf(on, importId, { fileID }).catch(nothing)
    for (const [, some] of grouped(ofFile, ({ row }) => refusedTableId(importId, row.sheet, row.headingRow))) {
      const { row: first, columns } = some[0]!
      const sheet = sheets.find(({ name }) => name === first.sheet)
      const isFirst = !all.some(
        (table) => table.importId === importId && table.sheet === first.sheet && table.headingRow < first.headingRow,
      )
      made.push({
        name: `${fileName.replace(/\.[^.]*$/, '').slice(0, 18)} ${first.sheet}`,
        ...headOf(sheet, first.headingRow, isFirst, columns),
        columns,
        rows: some.map(({ row, cells }) => ({
          cells,
          failed: columns.find(({ key }) => key === row.field)?.column,
          reason: row.reason,
          mark: markOf(on.keys, row._id),
        })),
      })
    }
  }
  return made
}

/** Titles and headings as they stood; of a table further down, and where the original is gone, its headings in one line. */
function headOf(
  sheet: Sheet | undefined,
  headingRow: number,
  isFirst: boolean,
  columns: RefusedColumn[],
): Pick<RefusedSheet, 'head' | 'merges'> {
  if (sheet && isFirst && headingRow > 0 && headingRow <= 20)
    return {
      head: sheet.rows.slice(0, headingRow).map(({ cells }) => cells),
      merges: sheet.merges.filter(({ bottom }) => bottom < headingRow),
    }
  const line = Array.from(
    { length: Math.max(0, ...columns.map(({ column }) => column + 1)) },
    (_, i) => columns.find(({ column }) => column === i)?.heading ?? null,
  )
  return { head: [line], merges: [] }
}

/** An original that cannot be read is no reason to keep its rows back. */
function nothing(error: unknown): Sheet[] {
  if (error instanceof FileFault) return []
  throw error
}
