import { digitsFault, guardianFault, inThrees, sayLeft, tailsFault } from './fields'

test('the tails are read as people type them, with the contract’s rules', () => {
  expect(tailsFault('01123x', '0001')).toBeUndefined()
  expect(tailsFault('０１１ ２３４', ' 00 01 ')).toBeUndefined()
  expect(tailsFault('1123X', '0001')).toContain('身份证号的最后 6 位')
  expect(tailsFault('X11234', '0001')).toContain('身份证号的最后 6 位')
  expect(tailsFault('011234', '001')).toContain('手机号的最后 4 位')
})

test('six digits, however they are grouped', () => {
  expect(digitsFault('482 913')).toBeUndefined()
  expect(digitsFault('48291')).toContain('6 位数字')
})

test('a guardian has a name and is something to the child', () => {
  expect(guardianFault(' ', '母亲')).toContain('姓名')
  expect(guardianFault('李芳', '')).toContain('什么人')
  expect(guardianFault('李芳', '母亲')).toBeUndefined()
})

test('digits in groups, and the time left in words', () => {
  expect(inThrees('482913')).toEqual(['482', '913'])
  expect(sayLeft(10 * 60_000)).toBe('还有 10 分钟')
  expect(sayLeft(9.9 * 60_000)).toBe('还有 9 分钟')
  expect(sayLeft(59_000)).toBe('还有不到 1 分钟')
  expect(sayLeft(0)).toBeUndefined()
})
