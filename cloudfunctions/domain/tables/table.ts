import type { Fen } from '../money/money'

/** A table as departments hand them in: what it is called, what its columns are, who made it when. Rows come beside it, page after page. */
export interface Table {
  title: string
  columns: readonly TableColumn[]
  /** 单位: the agency that made it. */
  unit: string
  /** 制表人 and 制表日期. */
  madeBy: string
  madeOn: string
  /** Stands at the foot of every printed page: who took it, when, and under which number that is on record. */
  mark: string
  /** What the table leaves out or how it is to be read, in a sentence of its own below the title. */
  note?: string
}

export interface TableColumn {
  /** From the widest heading down to the column's own: 户主 > 姓名 stands below 户主, which spans its neighbours. */
  heading: readonly string[]
  /** In characters of a spreadsheet: a Chinese character takes two. */
  width: number
  /** `money` is 分 and is shown in 元; it and `count` may have a total. */
  kind: 'text' | 'day' | 'money' | 'count'
  /** Sums of it stand in the last row. */
  totalled?: boolean
}

/** Of `money` in 分; of `day` as yyyy-mm-dd, or the month alone. */
export type TableCell = string | number | null

/** Sums of the totalled columns, by their place, exact: 分 and counts are whole numbers. */
export type Totals = Record<number, number>

/** Totals with these rows besides. */
export function addUp(columns: readonly TableColumn[], totals: Totals, rows: readonly (readonly TableCell[])[]): Totals {
  const sums = { ...totals }
  columns.forEach(({ totalled }, i) => {
    if (totalled) sums[i] = rows.reduce((sum, row) => sum + (typeof row[i] === 'number' ? row[i] : 0), sums[i] ?? 0)
  })
  return sums
}

/** 76200 → `762.00`: an amount as a number that no division has touched. */
export const decimalYuan = (amount: Fen | number): string => {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
