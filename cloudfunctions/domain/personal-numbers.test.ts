import { personalNumbers } from './personal-numbers'

test.each([
  ['请打 16012345678 找我', '手机号 16012345678'],
  ['+86 160-1234-5678', '手机号 86 160-1234-5678'],
  ['１６０１２３４５６７８', '手机号 16012345678'],
  ['身份证330399194001011234，', '身份证号 330399194001011234'],
  ['330399 19400101 123x', '身份证号 330399 19400101 123x'],
  ['老号码 330399400101123', '身份证号 330399400101123'],
  ['卡号 6222 0000 1234 5678 901', '银行卡号 6222 0000 1234 5678 901'],
])('%s', (text, found) => expect(personalNumbers(text)).toEqual([found]))

test('offices’ telephones, days, amounts and longer numbers are not people’s', () => {
  expect(personalNumbers('打 0577-67861234 或 12388，2026-10-12 2026-11-12 之间，共 1000000 元，文号 12345678901234567890123。')).toEqual([])
})

test('each is found where several stand together', () => {
  expect(personalNumbers('16012345678 16012345679、330399194001011234')).toEqual(['身份证号 330399194001011234', '手机号 16012345678', '手机号 16012345679'])
})
