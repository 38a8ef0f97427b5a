import { idOf } from './id-cell'
import { checkCharacter } from './id-number'
import { normaliseName } from './names'

const numberOf = (first17: string) => first17 + checkCharacter(first17)
const [one, two] = [numberOf('33039919500101001'), numberOf('33039919500101002')]
const bad = one.slice(0, 17) + (one[17] === '1' ? '2' : '1')

test.each([
  [one, one, undefined],
  [`身份证：${one}`, one, undefined],
  [`身份证号码: ${one}`, one, undefined],
  [`公民身份号码：${one.slice(0, 6)} ${one.slice(6, 14)} ${one.slice(14)}`, one, undefined],
  [`${one}（已故）`, one, '已故'],
  [`身份证号：${one} 2026年9月迁出`, one, '2026年9月迁出'],
])('%s is %s', (cell, id, beside) => expect(idOf(cell)).toEqual({ text: id, precisionLost: false, ...(beside && { beside }) }))

test.each([`${one}、${two}`, `身份证：${bad}`, `原 ${bad}，现 ${one}`, '身份证：'])('%s is none for sure', (cell) =>
  expect(idOf(cell).text).not.toBe(one),
)

test.each([
  ['姓名：王阿公', '王阿公'],
  ['户主: 赵 甲', '赵甲'],
  ['户主姓名：阿依·古丽', '阿依·古丽'],
  ['王阿公', '王阿公'],
])('%s is called %s', (cell, name) => expect(normaliseName(cell)).toBe(name))
