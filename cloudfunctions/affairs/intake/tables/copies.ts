import { compactOf } from '#domain/files/cells'
import type { DataRow } from './data-rows'

/** So much of a hidden sheet stands in the others too, and it is somebody's spare copy. */
const spareShare = 0.5

/**
 * Marks rows that stand in the file already, cell by cell, with their own serial number if they have one: they are kept account of
 * and remarked on, and count once. Of a hidden sheet that is a spare copy of the others, nothing counts.
 * `tells` says of which rows being equal means anything: two lines of a bank without numbers may be two payments. `about`: what a row is
 * about beside its cells, such as the month of its sheet.
 */
export function markCopies<K extends string>(
  rows: DataRow<K>[],
  tells: (row: DataRow<K>) => boolean = () => true,
  about: (row: DataRow<K>) => string = () => '',
): DataRow<K>[] {
  const hidden = sheetsThatHide(rows)
  const shown = hidden.size === 0 ? rows : [...rows].sort((a, b) => Number(hidden.has(a.sheet)) - Number(hidden.has(b.sheet)))
  const seen = new Map<number, DataRow<K>>()
  for (const row of shown) {
    const text = textOfRow(row) + about(row)
    let key = numberFor(text)
    let first = seen.get(key)
    for (; first && textOfRow(first) + about(first) !== text; first = seen.get(key)) key++
    if (!first) seen.set(key, row)
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

/** What stands in a row's cells; blank ones behind the last filled one are nothing. */
function textOfRow({ cells }: DataRow): string {
  let text = ''
  let blanks = 0
  for (const cell of cells) {
    const own = compactOf(cell)
    if (own === '') blanks++
    else {
      text += '\u0001'.repeat(blanks) + own + '\u0001'
      blanks = 0
    }
  }
  return text
}

/**
 * 30 bits of a text, by FNV-1a: of a long file the texts themselves would be held twice. Two texts may have the same, a few among two
 * hundred thousand; a longer number would be an object of its own.
 */
function numberFor(text: string): number {
  let number = 0x811c9dc5
  for (let i = 0; i < text.length; i++) number = Math.imul(number ^ text.charCodeAt(i), 0x01000193)
  return (number >>> 2) ^ (number & 3)
}
