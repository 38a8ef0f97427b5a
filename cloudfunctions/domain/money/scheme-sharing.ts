import type { BookLine } from './scheme-book'
import { settleYear, type SettledYear } from './scheme-dues'
import { fen, sumFen } from './money'

/**
 * Of households with several agreements in one scheme (two became one) what a year's lists paid one of them beyond its due goes to the
 * others as far as it is due there: a list has one row for a household, whoever signed. No 分 is made or lost.
 */
export function shareYears(lines: readonly BookLine[]): BookLine[] {
  const byHome = new Map<string, BookLine[]>()
  for (const line of lines) byHome.set(line.householdId, [...(byHome.get(line.householdId) ?? []), line])
  const shared = new Map(
    [...byHome.values()].filter((own) => own.length > 1).flatMap((own) => shareOne(own).map((line) => [line.id, line])),
  )
  return lines.map((line) => shared.get(line.id) ?? line)
}

function shareOne(lines: readonly BookLine[]): BookLine[] {
  const years = [...new Set(lines.flatMap((line) => line.years.map(({ year }) => year)))].sort((a, b) => a - b)
  const settled: SettledYear[][] = lines.map(() => [])
  for (const year of years) {
    const own = lines.map((line) => line.years.find((one) => one.year === year) ?? settleYear(year, fen(0), fen(0)))
    const given = own.map(({ paidFen, surplusFen }) => paidFen - surplusFen)
    let left: number = sumFen(own.map(({ surplusFen }) => surplusFen))
    for (const [i, { outstandingFen }] of own.entries()) {
      const part = Math.min(outstandingFen, left)
      given[i]! += part
      left -= part
    }
    given[
      Math.max(
        0,
        own.findIndex(({ surplusFen }) => surplusFen > 0),
      )
    ]! += left
    for (const [i, { dueFen }] of own.entries()) if (dueFen > 0 || given[i]! > 0) settled[i]!.push(settleYear(year, dueFen, fen(given[i]!)))
  }
  return lines.map((line, i) => ({ ...line, years: settled[i]! }))
}
