import { readAmount, unitIn } from './amounts'

test.each([
  [1050, 105000],
  ['1,050.00', 105000],
  ['１，０５０．００', 105000],
  ['￥1,050元', 105000],
  ['588.82', 58882],
  [588.8200000001, 58882],
  ['(300)', -30000],
  ['（300.5）', -30050],
  ['-12', -1200],
  ['.5', 50],
  ['0', 0],
  ['1.2万元', 1200000],
  ['12345678.90', 1234567890],
  [' 699\u00a0', 69900],
])('%j is %d 分', (cell, fen) => expect(readAmount(cell)).toEqual({ fen }))

test.each([
  ['1.005', 101],
  [100.005, 10001],
  ['-100.005', -10001],
  [100 / 3, 3333],
  ['0.001', 0],
])('%j is %d 分 and a part of one', (cell, fen) => expect(readAmount(cell)).toEqual({ fen, finer: true }))

test.each([100.10000000000001, '100.10000000000001', 0.1 + 0.2, 588.8199999999999, '588.820', 1.15 * 100])(
  '%j is no more than float noise',
  (cell) => expect(readAmount(cell)).not.toHaveProperty('finer'),
)

test.each([
  ['1.5', 1500000],
  [0.0699, 69900],
  ['3,000元', 300000],
  ['29.0001', 29000100],
])('%j in a 万元 column is %d 分', (cell, fen) => expect(readAmount(cell, '万元')).toEqual({ fen }))

test.each(['待核定', '1,05', '12.3.4', '(300', '300)', '1e3', '约500'])('%s is no amount', (text) =>
  expect(readAmount(text)).toEqual({ fault: 'not-a-number' }),
)
test.each([null, '', ' ', '—'])('%j is missing', (cell) => expect(readAmount(cell)).toEqual({ fault: 'missing' }))

test.each([
  ['应发金额(元)', '元'],
  ['总投资（万元）', '万元'],
  ['单位：元', '元'],
  ['单位：人、元', '元'],
  ['单位：户、万元', '万元'],
  ['金额', undefined],
  ['补贴标准(元/亩)', '元'],
  ['月保障金(元/月)', '元'],
  ['元旦', undefined],
])('the unit in %s is %s', (text, unit) => expect(unitIn(text)).toBe(unit))

test.each([
  ['应发金额(分)', '分'],
  ['金额（百元）', '百元'],
  ['金额【千元】', '千元'],
  ['金额[人民币万元]', '万元'],
  ['总金额〔人民币：分〕', '分'],
  ['单位：百元', '百元'],
  ['金额单位:分', '分'],
  ['（单位：人民币万元）', '万元'],
  ['本表金额以分为单位', '分'],
  ['计量单位为千元', '千元'],
  ['应发金额/元', '元'],
  ['金额-分', '分'],
  ['应发金额(元)（必填）', '元'],
  ['说明：表内金额均为万元', '万元'],
  ['10月_百元', '百元'],
  ['单位 ： 角', '角'],
  ['金额（仟元）', '千元'],
  ['单位：户，人，万元', '万元'],
  ['按分计', '分'],
  ['总金额(分)', '分'],
  ['分红', undefined],
  ['分红金额', undefined],
  ['金额(分红)', undefined],
  ['编制单位：分水镇人民政府', undefined],
  ['填报单位：上元村', undefined],
  ['得分', undefined],
  ['部分', undefined],
  ['审核(分管领导)', undefined],
  ['单位：分公司', undefined],
  ['百分比(%)', undefined],
  ['万元户', undefined],
])('the unit that %s states is %s', (text, unit) => expect(unitIn(text)).toBe(unit))

test.each<[string | number, '分' | '角' | '百元' | '千元' | '万元', number]>([
  [105000, '分', 105000],
  ['1,050', '百元', 10500000],
  [1.05, '千元', 105000],
  [10500, '角', 105000],
  ['105000分', '万元', 105000],
  ['10.5百元', '分', 105000],
  ['1.05仟元', '分', 105000],
  [0.10625, '万元', 106250],
  [1.005, '千元', 100500],
])('%j in a column of %s is %d 分', (cell, unit, fen) => expect(readAmount(cell, unit)).toEqual({ fen }))

test.each([['6200000000057831760'], [6.2e18], ['16000000001'], [Number.POSITIVE_INFINITY], ['1e309']])('%j is nobody’s money', (cell) =>
  expect(readAmount(cell)).toHaveProperty('fault'),
)
