import type { MoneySumRow, MoneySums } from '#contract/supervision/money'
import { fen, sumFen, type Fen } from '#domain/money/money'
import { sayMonth, type Day } from '#domain/time/dates'

type Part = MoneySumRow['outstanding'][number]

/** Several sums as one row of the table. Amounts in 分. */
export interface Row {
  /** Of the town, the programme or the month. */
  id: string
  name: string
  claims: number
  dueFen: Fen
  creditedFen: Fen
  outstandingFen: Fen
  outstanding: Part[]
  surplusFen: Fen
  disputed: number
  /** Of the oldest money that has not come; nothing where none is dated. */
  lainDays: number | undefined
}

/** One row for each town, or each programme, in the order of `known`. */
export function groupSums(sums: readonly MoneySumRow[], by: 'town' | 'programme', known: readonly { id: string }[]): Row[] {
  const groups = new Map<string, MoneySumRow[]>()
  for (const sum of sums) groups.set(sum[by].id, [...(groups.get(sum[by].id) ?? []), sum])
  const place = ({ id }: Row) => known.findIndex((one) => one.id === id) + 1 || known.length + 1
  return [...groups.values()].map((all) => addUp(all[0]![by], all)).sort((a, b) => place(a) - place(b))
}

/** What stands below them: the sum of all. */
export const addUp = ({ id, name }: MoneySumRow['town'], sums: readonly MoneySumRow[]): Row => ({
  ...{ id, name },
  claims: sums.reduce((all, { claims }) => all + claims, 0),
  disputed: sums.reduce((all, { disputed }) => all + disputed, 0),
  dueFen: sumFen(sums.map(({ dueFen }) => dueFen)),
  creditedFen: sumFen(sums.map(({ creditedFen }) => creditedFen)),
  outstandingFen: sumFen(sums.map(({ outstandingFen }) => outstandingFen)),
  surplusFen: sumFen(sums.map(({ surplusFen }) => surplusFen)),
  outstanding: partsOf(sums.flatMap(({ outstanding }) => outstanding)),
  lainDays: sums.reduce<number | undefined>(
    (most, { lainDays }) => (lainDays === undefined ? most : Math.max(most ?? 0, lainDays)),
    undefined,
  ),
})

/** Each reason once, the largest amount first. */
function partsOf(parts: readonly Part[]): Part[] {
  const byReason = new Map<string, Part>()
  for (const part of parts) {
    const before = byReason.get(part.reason)
    byReason.set(part.reason, before ? { ...before, fen: fen(before.fen + part.fen) } : part)
  }
  return [...byReason.values()].sort((a, b) => b.fen - a.fen)
}

/** One row for each month. Why money has not come, and since when, is told of one month at a time. */
export const monthRows = (months: MoneySums['byMonth'], today: Day): Row[] =>
  months.map(({ month, ...sums }) => ({ id: month, name: sayMonth(month, today), ...sums, outstanding: [], lainDays: undefined }))
