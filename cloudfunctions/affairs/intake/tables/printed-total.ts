import { compactOf } from '#domain/files/cells'
import { readAmount } from '#domain/money/amounts'
import { sumFen, type Fen } from '#domain/money/money'
import type { Table } from './find-table'
import { unitOfColumn } from './units'

/** 合计, 总计, 全县合计: of the whole list; 小计, 本页合计 are of a part of it. */
const whole = /^(全[县镇乡村])?(合计|总计|共计|合计数|总金额|合计金额)([(（:：].*)?$/

/**
 * What a file prints as the total of a column, in 分, all its tables together. Nothing where a table prints none, or more than one that
 * may be meant: it is never guessed.
 */
export function printedTotal(tables: readonly Table[], key: string): Fen | undefined {
  const totals = tables.filter(({ body }) => body.length > 0).map((table) => totalOf(table, key))
  return totals.length === 0 || totals.includes(undefined) ? undefined : sumFen(totals as Fen[])
}

function totalOf(table: Table, key: string): Fen | undefined {
  const column = table.at.get(key)
  if (column === undefined) return undefined
  const printed = table.body.flatMap(({ cells }) => {
    if (!cells.slice(0, column).some((cell) => whole.test(compactOf(cell)))) return []
    const read = readAmount(cells[column], unitOfColumn(table, key))
    return 'fen' in read ? [read.fen] : []
  })
  return new Set(printed).size === 1 ? printed[0] : undefined
}
