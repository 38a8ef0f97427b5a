import { isNameBeyond, schemeNameKey } from './scheme-name'

test.each([
  ['飞地产业园１期', '飞地产业园一期'],
  ['飞地产业园（一期）', '飞地产业园一期'],
  [' 飞地 产业园 [第一期] ', '飞地产业园1期'],
  ['飞地产业园01期', '飞地产业园一期'],
  ['“金丝皇菊”', '金丝皇菊'],
  ['光伏（十二期）', '光伏12期'],
  ['光伏二十期', '光伏第20期'],
])('%s is %s', (one, other) => expect(schemeNameKey(one)).toBe(schemeNameKey(other)))

test.each([
  ['飞地产业园一期', '飞地产业园二期'],
  ['飞地产业园一期', '飞地产业园'],
  ['飞地2（1期）', '飞地21期'],
  ['飞地二 十一期', '飞地二十一期'],
  ['一点红', '1点红'],
  ['南田镇黄年糕', '黄年糕'],
])('%s is not %s', (one, other) => expect(schemeNameKey(one)).not.toBe(schemeNameKey(other)))

test('a place before the name has to be asked about; any other word is another scheme', () => {
  expect(isNameBeyond('南田镇黄年糕', '黄年糕')).toBe(true)
  expect(isNameBeyond('黄年糕', '武阳村黄年糕')).toBe(true)
  expect(isNameBeyond('新黄年糕', '黄年糕')).toBe(false)
  expect(isNameBeyond('黄年糕', '黄年糕')).toBe(false)
})
