import { sayDays } from './say-days'

test.each([
  [90, '90 天'],
  [365, '1 年'],
  [366, '一年'],
  [1095, '3 年'],
])('%i days are said as %s', (days, said) => expect(sayDays(days)).toBe(said))
