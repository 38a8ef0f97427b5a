import { daysAfter, daysBetween } from './dates'

test('days are counted over months and leap years', () => {
  expect(daysAfter('2028-02-28', 2)).toBe('2028-03-01')
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01')
  expect(daysAfter('2028-03-01', -2)).toBe('2028-02-28')
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
})
