import type { Mend } from '#store/intake/directions'
import type { Sheet } from '../reading/sheet'

/** The sheets with the mended rows in place of those that were sent; the file itself stays as it is. */
export function layOver(sheets: Sheet[], mends: Mend[]): Sheet[] {
  if (mends.length === 0) return sheets
  return sheets.map((sheet) => {
    const own = new Map(mends.filter((mend) => mend.sheet === sheet.name).map(({ row, cells }) => [row, cells]))
    if (own.size === 0) return sheet
    return { ...sheet, rows: sheet.rows.map((row) => (own.has(row.number) ? { ...row, cells: own.get(row.number)! } : row)) }
  })
}
