import { isWithin, monthsOf, periodForm, periodIn, sayPeriod, sayPeriodShort } from './list-periods'

test.each([
  ['文成县2026年第三季度残疾人两项补贴发放表', '2026-Q3', '2026年第三季度'],
  ['2026年3季度', '2026-Q3', '2026年第三季度'],
  ['2026Q4', '2026-Q4', '2026年第四季度'],
  ['二〇二六年第二季度', '2026-Q2', '2026年第二季度'],
  ['2026年7-9月残疾人补贴', '2026-Q3', '2026年第三季度'],
  ['2026年第一、二季度', '2026-H1', '2026年上半年'],
  ['2026年度下半年', '2026-H2', '2026年下半年'],
  ['2026年1-12月', '2026', '2026年'],
  ['2026年7月、8月', '2026-07~2026-08', '2026年7月至8月'],
  ['2025年12月至2026年1月', '2025-12~2026-01', '2025年12月至2026年1月'],
  ['残疾人两项补贴（202610）', '2026-10', '2026年10月'],
  ['二〇二六年十一月份', '2026-11', '2026年11月'],
  ['2026年秋季学期雨露计划', '2026-autumn', '2026年秋季学期'],
  ['2026秋', '2026-autumn', '2026年秋季学期'],
  ['2026-2027学年第一学期', '2026-autumn', '2026年秋季学期'],
  ['2025—2026学年第二学期', '2026-spring', '2026年春季学期'],
  ['2026-2027学年度', '2026-school', '2026-2027学年'],
  ['2026年度耕地地力保护补贴', '2026', '2026年'],
  ['2026年春耕补贴', '2026', '2026年'],
  ['填报日期：2026年9月28日 2026年第三季度', '2026-Q3', '2026年第三季度'],
])('%s', (text, period, said) => {
  expect(periodIn(text)).toBe(period)
  expect(sayPeriod(periodIn(text)!)).toBe(said)
  expect(periodIn(said)).toBe(period)
  expect(periodForm.test(period)).toBe(true)
})

test.each(['填报日期：2026年9月28日', '制表时间：2026年9月', '名单20260928', '2026年3月、9月', '大峃镇'])('no period: %s', (text) =>
  expect(periodIn(text)).toBeUndefined(),
)

test('months of a period, and what lies inside it', () => {
  expect(monthsOf('2026-autumn')).toEqual({ from: '2026-08', until: '2027-01' })
  expect(monthsOf('2026-school')).toEqual({ from: '2026-09', until: '2027-08' })
  expect(monthsOf('2026')).toEqual({ from: '2026-01', until: '2026-12' })
  expect(isWithin('2026-08', '2026-Q3')).toBe(true)
  expect(isWithin('2026-10', '2026-Q3')).toBe(false)
  expect(isWithin('2026-autumn', '2026')).toBe(true)
})

test('this year goes without saying', () => {
  expect(sayPeriodShort('2026-Q3', '2026-11-29')).toBe('第三季度')
  expect(sayPeriodShort('2026-Q3', '2027-01-02')).toBe('2026年第三季度')
  expect(sayPeriodShort('2026', '2026-11-29')).toBe('今年')
  expect(sayPeriodShort('2026-10', '2026-11-29')).toBe('10月')
})
