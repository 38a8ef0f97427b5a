import type { Day } from '../time/dates'
import { fen, sumFen, type Fen } from './money'

/** What a household's principal in a scheme became by, and when: paid in, or (below nothing) taken out of it by its leaving. */
export interface CapitalEntry {
  on: Day
  fen: Fen
}

/** Until when principal is to be back: the last of the working days, or, while nobody knows it, a day that no calendar gets beyond. */
export interface PrincipalDue {
  workingDays: number
  day?: Day
  latest: Day
}
export const isPrincipalLate = ({ day, latest }: PrincipalDue, today: Day): boolean => (day ?? latest) < today

/** From which year on a scheme pays how much a year, in hundredths of a percent of the principal: 1000 is 10 %. */
export interface Terms {
  fromYear: number
  rate: number
}

/** The terms of a year: the newest that begin with it or before; nothing before the first. */
export const termsOf = (terms: readonly Terms[], year: number): Terms | undefined =>
  [...terms].sort((a, b) => b.fromYear - a.fromYear).find(({ fromYear }) => fromYear <= year)

/** Whole months of a year from a day on: from the month after it, or its own where it is the first of it. */
function monthsFrom(on: Day, year: number): number {
  const [y, month, date] = on.split('-').map(Number) as [number, number, number]
  if (y !== year) return y < year ? 12 : 0
  return 12 - month + (date === 1 ? 1 : 0)
}

/**
 * What a year’s dividend is due: principal × rate, each contribution for its whole months. Rounded to the nearest 分 once, at the end.
 * Nothing is due before the first terms.
 */
export function dividendDue(capital: readonly CapitalEntry[], terms: readonly Terms[], year: number): Fen {
  const rate = termsOf(terms, year)?.rate ?? 0
  const monthly = capital.reduce((sum, { on, fen: amount }) => sum + amount * monthsFrom(on, year), 0)
  return fen(Math.floor((2 * monthly * rate + 120_000) / 240_000))
}

/** A year of one household: always due = counted + outstanding, and paid = counted + surplus. */
export interface SettledYear {
  year: number
  dueFen: Fen
  paidFen: Fen
  outstandingFen: Fen
  surplusFen: Fen
}
export const settleYear = (year: number, dueFen: Fen, paidFen: Fen): SettledYear => ({
  ...{ year, dueFen, paidFen },
  outstandingFen: fen(Math.max(0, dueFen - paidFen)),
  surplusFen: fen(Math.max(0, paidFen - dueFen)),
})

/** Principal: always paid in = returned + standing. */
export function principalOf(
  capital: readonly CapitalEntry[],
  returns: readonly CapitalEntry[],
): { inFen: Fen; returnedFen: Fen; standingFen: Fen } {
  const inFen = sumFen(capital.flatMap(({ fen: amount }) => (amount > 0 ? [amount] : [])))
  const returnedFen = sumFen(returns.map(({ fen: amount }) => amount))
  return { inFen, returnedFen, standingFen: fen(inFen - returnedFen) }
}
