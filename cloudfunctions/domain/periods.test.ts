import { monthIn, normalisePeriod, yearIn } from './periods'

test.each([
  ['2026年10月', '2026年10月'], ['2026-10', '2026年10月'], ['202610', '2026年10月'], ['2026年09月份', '2026年9月'], ['2026年第三季度', '2026年第三季度'], ['2026年3季度', '2026年第三季度'], ['2026Q3', '2026年第三季度'],
  ['2026', '2026年'], ['2026年度', '2026年'], ['2026年秋季学期', '2026年秋季学期'], ['2026年秋季', '2026年秋季学期'], ['1-9月', '1-9月'], [' ２０２６年 ', '2026年'],
])('%s is %s', (written, period) => expect(normalisePeriod(written)).toBe(period))

test.each([
  ['文成县惠民惠农财政补贴资金“一卡通”发放计划表（2026年10月）', '2026-10'], ['农商行_代发回执_20261015.txt', '2026-10'], ['2026年第三季度', undefined], ['2026年', undefined], ['2026-9月', '2026-09'], ['发放计划', undefined],
])('%s is about %s', (text, month) => expect(monthIn(text)).toBe(month))

test('the year of a dividend table', () => expect([yearIn('2026年度分红表'), yearIn('分红表'), yearIn('2026')]).toEqual([2026, undefined, 2026]))
