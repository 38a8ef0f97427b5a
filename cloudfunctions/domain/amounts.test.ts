import { readAmount, unitIn } from './amounts'

test.each([
  [1050, 105000], ['1,050.00', 105000], ['１，０５０．００', 105000], ['￥1,050元', 105000], ['588.82', 58882], [588.8200000001, 58882], ['(300)', -30000], ['（300.5）', -30050],
  ['-12', -1200], ['.5', 50], ['0', 0], ['1.2万元', 1200000], ['1.005', 101], ['12345678.90', 1234567890], [' 699\u00a0', 69900],
])('%j is %d 分', (cell, fen) => expect(readAmount(cell)).toEqual({ fen }))

test.each([['1.5', 1500000], [0.0699, 69900], ['3,000元', 300000], ['29.0001', 29000100]])('%j in a 万元 column is %d 分', (cell, fen) => expect(readAmount(cell, '万元')).toEqual({ fen }))

test.each(['待核定', '1,05', '12.3.4', '(300', '300)', '1e3', '约500'])('%s is no amount', (text) => expect(readAmount(text)).toEqual({ fault: 'not-a-number' }))
test.each([null, '', ' ', '—'])('%j is missing', (cell) => expect(readAmount(cell)).toEqual({ fault: 'missing' }))

test.each([
  ['应发金额(元)', '元'], ['总投资（万元）', '万元'], ['单位：元', '元'], ['单位：人、元', '元'], ['单位：户、万元', '万元'], ['金额', undefined], ['补贴标准(元/亩)', '元'], ['月保障金(元/月)', '元'], ['元旦', undefined],
])('the unit in %s is %s', (text, unit) => expect(unitIn(text)).toBe(unit))
