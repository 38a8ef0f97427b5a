import { firstMonthOf, bareMonthIn, monthIn, monthsIn, normalisePeriod, statedMonth, yearIn } from './periods'

test.each([
  ['2026年10月', '2026年10月'],
  ['2026-10', '2026年10月'],
  ['202610', '2026年10月'],
  ['2026年09月份', '2026年9月'],
  ['2026年第三季度', '2026年第三季度'],
  ['2026年3季度', '2026年第三季度'],
  ['2026Q3', '2026年第三季度'],
  ['2026', '2026年'],
  ['2026年度', '2026年'],
  ['2026年秋季学期', '2026年秋季学期'],
  ['2026年秋季', '2026年秋季学期'],
  ['1-9月', '1-9月'],
  [' ２０２６年 ', '2026年'],
])('%s is %s', (written, period) => expect(normalisePeriod(written)).toBe(period))

test.each([
  ['文成县惠民惠农财政补贴资金“一卡通”发放计划表（2026年10月）', '2026-10'],
  ['农商行_代发回执_20261015.txt', '2026-10'],
  ['2026年第三季度', undefined],
  ['2026年', undefined],
  ['2026-9月', '2026-09'],
  ['发放计划', undefined],
])('%s is about %s', (text, month) => expect(monthIn(text)).toBe(month))

test('the year of a dividend table', () =>
  expect([yearIn('2026年度分红表'), yearIn('分红表'), yearIn('2026')]).toEqual([2026, undefined, 2026]))

test.each([
  ['2026年9月、10月发放计划', ['2026-09', '2026-10']],
  ['2026年9月和10月', ['2026-09', '2026-10']],
  ['2026年7-9月', ['2026-07', '2026-08', '2026-09']],
  ['2026年12月至2027年1月', ['2026-12', '2027-01']],
  ['2026年9、10月', ['2026-09', '2026-10']],
  ['（2026年10月）', ['2026-10']],
  ['2026-10-15', ['2026-10']],
  ['2026年10月12日', ['2026-10']],
  ['2026年第三季度', []],
  ['2026年', []],
])('%s names %j', (text, months) => expect(monthsIn(text)).toEqual(months))

test.each([
  ['2026年9月份代发回执', '2026-09'],
  ['回执_2026-09.txt', '2026-09'],
  ['回执_202609.txt', '2026-09'],
  ['农商行_代发回执_20261008.txt', undefined],
  ['批次日期：2026年10月8日', undefined],
  ['2026-10-08', undefined],
  ['2026年9月低保金 2026年10月8日发', '2026-09'],
  ['2026年12月', '2026-12'],
  ['2026年', undefined],
])('%s states %s', (text, month) => expect(statedMonth(text)).toBe(month))

test('a sheet’s bare month', () =>
  expect([
    bareMonthIn('9月'),
    bareMonthIn('10月份'),
    bareMonthIn('10月 (2)'),
    bareMonthIn('2026年9月'),
    bareMonthIn('13月'),
    bareMonthIn('大峃镇'),
  ]).toEqual([9, 10, 10, undefined, undefined, undefined]))

test.each([
  ['2026年10月', '2026-10'],
  ['202609', '2026-09'],
  ['2026年第三季度', '2026-07'],
  ['2026年1季度', '2026-01'],
  ['2026年度', '2026-01'],
  ['2026年秋季学期', '2026-09'],
  ['第三批', undefined],
])('the first month of %s is %s', (period, month) => expect(firstMonthOf(period)).toBe(month))
