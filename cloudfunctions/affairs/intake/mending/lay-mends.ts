import type { Keys } from '#kernel/seal/keys'
import { open } from '#kernel/seal/seal'
import type { Cell } from '#domain/files/cells'
import type { Db } from '#store/db/collection'
import { mendsOf, type MendedCells } from '#store/intake/mends'
import { placeKey } from '../keeping/refused'
import type { Sheet, SheetRow } from '../reading/sheet'

/** A mended row as it is laid over a file. */
export interface LaidMend {
  id: string
  sheet: string
  row: number
  cells: Cell[]
}

/** The mends of a file, the last given of each row. */
export async function laidOver({ db, keys }: { db: Db; keys: Keys }, importId: string): Promise<LaidMend[]> {
  const last = new Map<string, LaidMend>()
  const nth = (id: string): number => Number(id.split('/')[1])
  for (const { _id, sheet, row, cellsSealed, dropped } of await mendsOf(db, importId)) {
    if (dropped) continue
    const there = last.get(placeKey(sheet, row))
    if (there && nth(there.id) > nth(_id)) continue
    last.set(placeKey(sheet, row), { id: _id, sheet, row, cells: (JSON.parse(open(keys, cellsSealed)) as MendedCells).to })
  }
  return [...last.values()]
}

/** The sheets with mended rows in place of those that were sent; the file itself stays as it is. */
export function layOver(sheets: Sheet[], mended: Pick<LaidMend, 'sheet' | 'row' | 'cells'>[]): Sheet[] {
  const over = new Map(mended.map(({ sheet, row, cells }) => [placeKey(sheet, row), cells]))
  return over.size === 0
    ? sheets
    : sheets.map((sheet) =>
        mended.some((one) => one.sheet === sheet.name)
          ? { ...sheet, rows: sheet.rows.map((row) => laid(row, over.get(placeKey(sheet.name, row.number)))) }
          : sheet,
      )
}

const laid = (row: SheetRow, cells: Cell[] | undefined): SheetRow => (cells ? { number: row.number, hidden: row.hidden, cells } : row)
