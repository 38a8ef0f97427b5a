import { createHash } from 'node:crypto'
import { compactOf } from '#domain/files/cells'
import type { DataRow } from './data-rows'

/** So much of a hidden sheet stands in the others too, and it is somebody's spare copy. */
const spareShare = 0.5

/**
 * Marks rows that stand in the file already, cell by cell, with their own serial number if they have one: they are kept account of
 * and remarked on, and count once. Of a hidden sheet that is a spare copy of the others, nothing counts.
 * `tells` says of which rows being equal means anything: two lines of a bank without numbers may be two payments.
 */
export function markCopies<K extends string>(rows: DataRow<K>[], tells: (row: DataRow<K>) => boolean = () => true): DataRow<K>[] {
  const hidden = sheetsThatHide(rows)
  const seen = new Map<string, DataRow<K>>()
  for (const row of [...rows].sort((a, b) => Number(hidden.has(a.sheet)) - Number(hidden.has(b.sheet)))) {
    const text = textOfRow(row)
    const first = seen.get(text)
    if (!first) seen.set(text, row)
    else if (tells(row)) {
      row.copyOf = `“${first.sheet}”第 ${first.number} 行`
      row.warn('duplicate_row', row.copyOf)
    }
  }
  for (const sheet of hidden)
    rejectSpare(
      sheet,
      rows.filter((row) => row.sheet === sheet),
    )
  return rows
}

/** Hidden as a whole, beside others that are not. */
function sheetsThatHide(rows: DataRow[]): Set<string> {
  const shown = new Set(rows.filter((row) => !row.hidden).map(({ sheet }) => sheet))
  return shown.size === 0 ? new Set() : new Set(rows.map(({ sheet }) => sheet).filter((sheet) => !shown.has(sheet)))
}

function rejectSpare<K extends string>(sheet: string, rows: DataRow<K>[]): void {
  if (rows.filter(({ copyOf }) => copyOf !== undefined).length < rows.length * spareShare) return
  for (const row of rows) if (row.copyOf === undefined) row.reject('' as K, 'spare_sheet', sheet)
}

/** A fingerprint of what stands in a row's cells: of a long file the texts themselves would be held twice. */
const textOfRow = ({ cells }: DataRow): string =>
  createHash('sha256')
    .update(JSON.stringify(cells.map(compactOf)).replace(/(,"")+\]$/, ']'))
    .digest('base64')
    .slice(0, 24)
