import { cameAmount } from './came-amount'

test.each([
  ['500', 50_000],
  ['５００元', 50_000],
  ['1,234.5', 123_450],
  ['0.07', 7],
  ['12.345', undefined],
  ['-5', undefined],
  ['五百', undefined],
  ['', undefined],
])('%s', (typed, amount) => expect(cameAmount(typed)).toBe(amount))
