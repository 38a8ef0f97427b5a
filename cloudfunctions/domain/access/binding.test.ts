import { daysAfter, type Day, utcDay } from '../time/dates'
import { ageOn, dayOfAge, guessingChance } from './binding'

describe('age in whole years', () => {
  test.each([
    ['the day before the birthday', '2012-10-20', '2026-10-19', 13],
    ['on the birthday', '2012-10-20', '2026-10-20', 14],
    ['the day after', '2012-10-20', '2026-10-21', 14],
    ['on the day of birth', '2026-10-20', '2026-10-20', 0],
    ['on New Year’s Eve, born on New Year’s Day', '2013-01-01', '2026-12-31', 13],
    ['on New Year’s Day, born on New Year’s Eve', '2012-12-31', '2027-01-01', 14],
    ['born on 29 February, on 28 February of a common year', '2012-02-29', '2026-02-28', 13],
    ['born on 29 February, on 1 March of a common year', '2012-02-29', '2026-03-01', 14],
    ['born on 29 February, on 28 February of a leap year', '2012-02-29', '2028-02-28', 15],
    ['born on 29 February, on 29 February', '2012-02-29', '2028-02-29', 16],
    ['born on 28 February, on 28 February of a leap year', '2012-02-28', '2028-02-28', 16],
  ] as [string, Day, Day, number][])('%s', (_, birth, today, age) => expect(ageOn(birth, today)).toBe(age))
})

describe('the day on which somebody reaches an age', () => {
  test.each([
    ['2012-10-20', 14, '2026-10-20'],
    ['2012-02-29', 14, '2026-03-01'],
    ['2012-02-29', 16, '2028-02-29'],
    // 2100 is no leap year though four divides it.
    ['2096-02-29', 4, '2100-03-01'],
  ] as [Day, number, Day][])('born %s, %i years: %s', (birth, age, day) => expect(dayOfAge(birth, age)).toBe(day))

  test('is the first day of that age, whenever they were born', () => {
    for (let time = Date.UTC(2011, 11, 1); time < Date.UTC(2013, 2, 2); time += 86_400_000) {
      const birth = utcDay(time)
      const reached = dayOfAge(birth, 14)
      const before = daysAfter(reached, -1)
      expect([birth, ageOn(birth, before), ageOn(birth, reached)]).toEqual([birth, 13, 14])
    }
  })
})

describe('the chance of guessing a household', () => {
  test('is that of the tries over what there is to guess', () =>
    expect(guessingChance({ idTails: 1000, phoneTails: 10_000, triesPerDay: 5, days: 30 })).toBeCloseTo((5 * 30) / 10_000_000, 12))
  test('is never above certainty', () => expect(guessingChance({ idTails: 2, phoneTails: 2, triesPerDay: 5, days: 30 })).toBe(1))
  test('is nothing without a day', () => expect(guessingChance({ idTails: 10, phoneTails: 10, triesPerDay: 5, days: 0 })).toBe(0))
})
