import { allowFault, untilOf } from './terms'

test('a term ends on the same date, or on the last day of a shorter month', () => {
  expect(untilOf('1', '2026-10-12')).toBe('2026-11-12')
  expect(untilOf('6', '2026-08-31')).toBe('2027-02-28')
  expect(untilOf('1', '2026-12-31')).toBe('2027-01-31')
  expect(untilOf('12', '2028-02-29')).toBe('2029-02-28')
})

test('a relative has a name, is something to the farmer, and sees something', () => {
  const whole = { name: '陈小妹', relation: '女儿', parts: ['money'] }
  expect(allowFault(whole)).toBeUndefined()
  expect(allowFault({ ...whole, name: ' ' })).toContain('姓名')
  expect(allowFault({ ...whole, relation: '' })).toContain('什么人')
  expect(allowFault({ ...whole, parts: [] })).toContain('至少选一样')
})
