import * as fc from 'fast-check'
import { dayNamed } from '../time/dates'
import { dividendDue, principalOf, settleYear, type CapitalEntry } from './scheme-dues'
import { fen } from './money'

const at = (on: string, amount: number) => ({ on: on as CapitalEntry['on'], fen: fen(amount) })
const tenPercent = [{ fromYear: 2023, rate: 1000 }]

/** 本金（哪天、多少分）→ 某年应分多少分。 */
test.each<[string, CapitalEntry[], number, number]>([
  ['a whole year', [at('2023-05-10', 800_000)], 2024, 80_000],
  ['from the month after it came in', [at('2024-03-15', 1_200_000)], 2024, 90_000],
  ['from its own month where it is the first of it', [at('2024-03-01', 1_200_000)], 2024, 100_000],
  ['on a leap day: ten whole months are left', [at('2024-02-29', 1_200_000)], 2024, 100_000],
  ['on the last day of a year: nothing of that year', [at('2024-12-31', 1_200_000)], 2024, 0],
  ['on the first day of a year: all of it', [at('2024-01-01', 1_200_000)], 2024, 120_000],
  ['two contributions', [at('2023-01-01', 600_000), at('2024-06-30', 600_000)], 2024, 90_000],
  ['out in July: seven months', [at('2023-01-01', 1_200_000), at('2024-07-10', -1_200_000)], 2024, 70_000],
  ['out before the year', [at('2023-01-01', 1_200_000), at('2023-07-10', -1_200_000)], 2024, 0],
  ['out and in again', [at('2023-01-01', 1_200_000), at('2024-03-31', -1_200_000), at('2024-10-01', 1_200_000)], 2024, 60_000],
  ['before there were terms', [at('2021-01-01', 1_200_000)], 2022, 0],
  ['half a 分 is rounded up, once', [at('2023-01-01', 5)], 2024, 1],
])('%s', (_, capital, year, due) => expect(dividendDue(capital, tenPercent, year)).toBe(due))

test('of several terms the newest that has begun counts, in whatever order they stand', () => {
  const terms = [
    { fromYear: 2025, rate: 800 },
    { fromYear: 2023, rate: 1000 },
  ]
  const capital = [at('2023-01-01', 1_000_000)]
  expect([2022, 2023, 2024, 2025, 2030].map((year) => dividendDue(capital, terms, year))).toEqual([0, 100_000, 100_000, 80_000, 80_000])
})

test('whatever is due and paid, and put in and given back: no 分 is lost', () => {
  const amount = fc.integer({ min: 0, max: 100_000_000 }).map(fen)
  const day = fc.tuple(fc.integer({ min: 2020, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  const entries = fc.array(
    fc.tuple(day, amount).map(([[y, m, d], sum]) => ({ on: dayNamed(y, m, d), fen: sum })),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(entries, entries, amount, fc.integer({ min: 0, max: 3000 }), (capital, returns, paid, rate) => {
      const due = dividendDue(capital, [{ fromYear: 2020, rate }], 2024)
      const year = settleYear(2024, due, paid)
      expect(due - year.outstandingFen).toBe(paid - year.surplusFen)
      expect(Math.min(year.outstandingFen, year.surplusFen)).toBe(0)
      const { inFen, returnedFen, standingFen } = principalOf(capital, returns)
      expect(inFen).toBe(returnedFen + standingFen)
      // Apart or together, a year's dividend is the same to within the rounding of each.
      const apart = capital.reduce((sum, entry) => sum + dividendDue([entry], [{ fromYear: 2020, rate }], 2024), 0)
      expect(Math.abs(apart - due)).toBeLessThanOrEqual(capital.length)
    }),
  )
})
