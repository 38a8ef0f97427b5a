import { addMonths, monthsUpTo, sayDay, sayMonth } from '../time/dates'
import { isCalendarDay } from '../time/dates'
import { birthOf, checkCharacter, idNumberFault, sexOf } from './id-number'
import { fen, yuan } from '../money/money'
import { maskName, normaliseName } from './names'

test.each([
  [101200, '1,012'],
  [31250, '312.50'],
  [5, '0.05'],
  [0, '0'],
  [-76200, '-762'],
  [123456789, '1,234,567.89'],
  [100000000, '1,000,000'],
])('%d 分 is %s 元', (amount, text) => expect(yuan(fen(amount))).toBe(text))

test.each([
  ['330399194606150517', undefined],
  ['330399194606150511', 'check-digit'],
  ['33039919711170111', 'length'],
  ['', 'missing'],
  ['33039919460615051A', 'characters'],
  ['330399194613150517', 'birth-date'],
  ['330399194602300517', 'birth-date'],
])('identity number %s: %s', (id, fault) => expect(idNumberFault(id)).toBe(fault))

test('what an identity number tells', () => {
  expect(checkCharacter('33039919510310101')).toMatch(/^[\dX]$/)
  expect(birthOf('330399194606150517')).toBe('1946-06-15')
  expect(sexOf('330399194606150517')).toBe('男')
  expect(sexOf('330399197507236781')).toBe('女')
})

test('names are masked by character, also beyond the BMP', () => {
  expect(maskName('陈阿公')).toBe('陈**')
  expect(maskName('蓝秀𬞟')).toBe('蓝**')
  expect(maskName('𬞟')).toBe('𬞟*')
  expect(maskName('')).toBe('')
})

test('one name however its middle dot is written', () => {
  expect(normaliseName('阿依・古丽')).toBe('阿依·古丽')
  expect(normaliseName('阿依•古 丽')).toBe('阿依·古丽')
  for (const dot of '●﹒ꞏ᛫‧∙⋅•・･．.·｡。⸱⸳∘') expect([dot, normaliseName(`阿依${dot}古丽`)]).toEqual([dot, '阿依·古丽'])
  expect(normaliseName('阿依\u200b·\ufeff古丽')).toBe('阿依·古丽')
  expect(normaliseName('陈阿公。')).toBe('陈阿公')
  expect(normaliseName('葛\ufe00一')).toBe(normaliseName('葛一'))
})

test('days and months as people say them', () => {
  expect(sayDay('2026-10-12', '2026-11-24')).toBe('10月12日')
  expect(sayDay('2025-01-02', '2026-11-24')).toBe('2025年1月2日')
  expect(sayMonth('2026-09', '2026-11-24')).toBe('9月')
  expect(addMonths('2026-01', -1)).toBe('2025-12')
  expect(addMonths('2026-11', 14)).toBe('2028-01')
  expect(monthsUpTo('2026-02', 3)).toEqual(['2025-12', '2026-01', '2026-02'])
})

test('leap days exist only in leap years', () => {
  expect(isCalendarDay('2024-02-29')).toBe(true)
  expect(isCalendarDay('2023-02-29')).toBe(false)
  expect(isCalendarDay('1900-02-29')).toBe(false)
})
