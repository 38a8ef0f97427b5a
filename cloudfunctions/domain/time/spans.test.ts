import { isWithin, lastDayOf, spanIn, spanKey, spanOfTexts } from './spans'

test.each([
  ['医保局_大额自付人员名单_2026年1-9月.csv', '2026-01~2026-09'],
  ['2025年10月至2026年9月大额医疗费用', '2025-10~2026-09'],
  ['名单_202601-202609.xlsx', '2026-01~2026-09'],
  ['2026.1—2026.9', '2026-01~2026-09'],
  ['统计期间：2026-01-01至2026-09-30', '2026-01~2026-09'],
  ['统计时间：2026年1月1日至9月30日', '2026-01~2026-09'],
  ['20260101-20260930', '2026-01~2026-09'],
  ['2026年第三季度', '2026-07~2026-09'],
  ['2026年三季度', '2026-07~2026-09'],
  ['2026年前三季度', '2026-01~2026-09'],
  ['2026年上半年高额费用', '2026-01~2026-06'],
  ['公安局_死亡注销与户籍迁出名单_202610.csv', '2026-10'],
  ['2026年10月份死亡人员', '2026-10'],
  ['2026-10', '2026-10'],
  ['2026年度大额自付 制表日期：2026-10-12', '2026-01~2026-12'],
  ['2026年大额自付人员名单', '2026-01~2026-12'],
])('%s is about %s', (text, expected) => expect(spanKey(spanIn(text)!)).toBe(expected))

test.each(['制表日期：2026年10月12日', '截至20261031', '文医保〔2026〕12号', '名单', '13800002026'])('%s names no months', (text) =>
  expect(spanIn(text)).toBeUndefined(),
)

test('a title that names only the year gives way to a name that says which months', () => {
  expect(spanOfTexts(['2026年度大额自付', '名单_2026年1-9月.csv'])).toEqual({ from: '2026-01', to: '2026-09' })
  expect(spanOfTexts(['', '2026年名单'])).toEqual({ from: '2026-01', to: '2026-12' })
})

test('ends on its last day, leap years too', () => {
  expect(lastDayOf({ from: '2026-01', to: '2026-09' })).toBe('2026-09-30')
  expect(lastDayOf({ from: '2028-02', to: '2028-02' })).toBe('2028-02-29')
  expect(lastDayOf({ from: '2026-12', to: '2026-12' })).toBe('2026-12-31')
})

test('one within another', () => {
  expect(isWithin({ from: '2026-02', to: '2026-03' }, { from: '2026-01', to: '2026-09' })).toBe(true)
  expect(isWithin({ from: '2025-12', to: '2026-03' }, { from: '2026-01', to: '2026-09' })).toBe(false)
})
