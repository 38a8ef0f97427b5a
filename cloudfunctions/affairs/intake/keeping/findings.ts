import type { RowReason } from '#contract/intake/actions'
import { seal } from '#kernel/seal/seal'
import { findEach, put, type Db } from '#store/db/collection'
import { quarantine, warnings, type QuarantinedRow, type RowWarning } from '#store/intake/intake'
import type { Sheet } from '../reading/sheet'
import type { Writing } from '../writing/writing'
import type { DataRow } from '../tables/data-rows'
import { sayWarning } from '../tables/reasons'
import { unreadColumns } from '../tables/unread-columns'
import { digestOf, documentIds } from '../writing/documents'

/** Keeps the rows that could not be taken in, each with its first fault's code and all its reasons; what stood in it is sealed. */
export async function keepQuarantine({ db, keys, importId }: Writing, rows: DataRow[]): Promise<void> {
  const idOf = documentIds('quarantine')
  await put(
    db,
    quarantine,
    rows
      .filter(({ faults }) => faults.length > 0)
      .map(({ sheet, number, cells, faults }): QuarantinedRow => {
        const { field, code } = faults[0]!
        const reason = [...new Set(faults.map((fault) => fault.reason))].join('')
        return {
          _id: idOf(importId, sheet, number),
          digest: digestOf(keys, field, code, reason),
          importId,
          sheet,
          row: number,
          field,
          code,
          reason,
          rawSealed: seal(keys, JSON.stringify(cells)),
        }
      }),
  )
}

/** Keeps what somebody must look at in the accepted rows, and the columns and sheets that were not read. Gives how many there are. */
export async function keepWarnings(
  { db, keys, importId }: Writing,
  rows: DataRow[],
  unread: Sheet[],
  personIds: Map<string, string>,
): Promise<number> {
  const idOf = documentIds('warning')
  const kept = [
    ...rows
      .filter(({ faults }) => faults.length === 0)
      .flatMap(({ sheet, number, about, warnings: found }) =>
        found.map(({ code, message }) => ({ sheet, row: number, personId: personIds.get(about ?? '') ?? null, code, message })),
      ),
    ...unreadColumns(rows).map(({ sheet, row, message }) => ({ sheet, row, personId: null, code: 'column_not_read', message })),
    ...unread.map(({ name }) => ({
      sheet: name,
      row: 1,
      personId: null,
      code: 'sheet_not_read',
      message: sayWarning('sheet_not_read', name),
    })),
  ]
  await put(
    db,
    warnings,
    kept.map((warning): RowWarning => ({
      _id: idOf(importId, warning.sheet, warning.row, warning.code),
      digest: digestOf(keys, warning),
      importId,
      ...warning,
    })),
  )
  return kept.length
}

/** So many reasons fit into one answer of a cloud function, whatever their length. */
const mostReasons = 5000

/** What was kept of an import, in the order of its rows. */
export async function findingsOf(db: Db, importId: string): Promise<RowReason[]> {
  const [refused, warned] = await Promise.all([findEach(db, quarantine, { importId }), findEach(db, warnings, { importId })])
  const all = [
    ...refused.map(({ sheet, row, field, code, reason }): RowReason => ({
      sheet,
      row,
      outcome: 'quarantined',
      field,
      code,
      message: reason,
    })),
    ...warned.map(({ sheet, row, code, message }): RowReason => ({ sheet, row, outcome: 'warned', code, message })),
  ]
  const order = ({ sheet, row, code, message }: RowReason) => `${sheet}\n${String(row).padStart(8, '0')}\n${code}\n${message}`
  return all.sort((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, mostReasons)
}
