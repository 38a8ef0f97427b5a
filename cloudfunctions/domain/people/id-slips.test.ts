import { isOneSlipFrom, mayHaveBeen } from './id-slips'

const right = '330399195001011234'

test.each([
  ['one wrong', '330399195001011284', true],
  ['one left out', '33039919500101134', true],
  ['the last left out', '33039919500101123', true],
  ['one too many', '3303991950010112334', true],
  ['two neighbours swapped', '330399195001012134', true],
  ['the same', right, false],
  ['two wrong', '330399195001011289', false],
  ['two apart swapped', '330399195001011432', false],
  ['two left out', '3303991950010112', false],
  ['one wrong and one left out', '33039919500101184', false],
  ['nothing', '', false],
])('%s', (_, written, expected) => expect(isOneSlipFrom(right, written)).toBe(expected))

test('a number whose last three digits a spreadsheet lost may have been any with the same fifteen, not one that ends in X', () => {
  expect(mayHaveBeen(right, '330399195001011000')).toBe(true)
  expect(mayHaveBeen(right, '330399195001012000')).toBe(false)
  expect(mayHaveBeen('33039919500101123X', '330399195001011000')).toBe(false)
  expect(mayHaveBeen(right, '3.30399195E+17')).toBe(false)
})
