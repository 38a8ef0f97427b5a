import { sumFen, yuan, type Fen } from '#domain/money/money'
import type { DataRow } from '../../tables/data-rows'
import type { Table } from '../../tables/find-table'
import type { MedicalSums } from './write'

/** What others paid and what the person did, as lists put it together: 自费 is part of 自付, or stands beside it. */
const readings: ((sums: MedicalSums) => (Fen | null)[])[] = [
  ({ basicFen, criticalFen, reliefFen, otherFen, selfPaidFen }) => [basicFen, criticalFen, reliefFen, otherFen, selfPaidFen],
  ({ basicFen, criticalFen, reliefFen, otherFen, selfPaidFen, uncoveredFen }) => [
    ...[basicFen, criticalFen, reliefFen, otherFen, selfPaidFen],
    uncoveredFen,
  ],
]

/** Lists round their parts: so many 分 are no difference. */
const rounding = 1

/**
 * Remarks on rows whose parts are not their total. What the parts are, the table itself tells: it is asked only where most of its rows
 * do add up, for otherwise it has a part that no column of it shows.
 */
export function lookAtSums(rows: { row: DataRow; sums: MedicalSums }[]): void {
  const tables = new Map<Table, typeof rows>()
  for (const one of rows) tables.set(one.row.table, [...(tables.get(one.row.table) ?? []), one])
  for (const own of tables.values()) lookAtTable(own.filter(({ row }) => row.faults.length === 0))
}

function lookAtTable(rows: { row: DataRow; sums: MedicalSums }[]): void {
  for (const { row, sums } of rows)
    if (sums.totalFen !== null && sums.selfPaidFen > sums.totalFen)
      row.warn('self_more_than_total', `自付 ${yuan(sums.selfPaidFen)} 元，总费用 ${yuan(sums.totalFen)} 元`)
  const told = rows.filter(
    ({ sums: { totalFen, basicFen, criticalFen, reliefFen } }) => totalFen !== null && (basicFen ?? criticalFen ?? reliefFen) !== null,
  )
  const [parts, fitting] = readings
    .map((reading) => [reading, told.filter(({ sums }) => off(sums, reading) <= rounding).length] as const)
    .reduce((best, one) => (one[1] > best[1] ? one : best))
  if (fitting * 2 <= told.length) return
  for (const { row, sums } of told)
    if (off(sums, parts) > rounding)
      row.warn('parts_do_not_add_up', `各项合计 ${yuan(partsOf(sums, parts))} 元，总费用 ${yuan(sums.totalFen!)} 元`)
}

const partsOf = (sums: MedicalSums, parts: (typeof readings)[number]): Fen => sumFen(parts(sums).flatMap((one) => one ?? []))
const off = (sums: MedicalSums, parts: (typeof readings)[number]): number => Math.abs(partsOf(sums, parts) - sums.totalFen!)
