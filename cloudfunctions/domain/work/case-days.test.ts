import type { County } from '../county/county'
import { neededNorms } from '../county/norms'
import { caseDueOn, noticeEnds, watchEnds } from './case-days'

const values = { 'case-check-days': 3, 'case-propose-days': 2, 'notice-days': 5, 'case-watch-months': 6, 'case-end-days': 15 } as Record<
  string,
  number
>
const county = {
  norms: Object.keys(neededNorms).map((id) => ({
    id,
    name: id,
    unit: '天',
    values: [{ from: '2021-01-01', value: values[id] ?? 4, source: 'x' }],
  })),
} as unknown as County
const days = { wholeDueOn: '2026-07-15', noticeUntil: null, watchUntil: null } as const

test.each([
  ['2026-07-01', '2026-07-04'],
  // All steps together end by their day; what comes later than that has today.
  ['2026-07-14', '2026-07-15'],
  ['2026-07-20', '2026-07-20'],
] as const)('a home check that is to be done since %s is due on %s', (since, due) => {
  expect(caseDueOn(county, 'check', since, days)).toBe(due)
})

test('a notice is never cut short by the day on which all should be done', () => {
  expect(noticeEnds(county, '2026-07-14')).toBe('2026-07-18')
  expect(caseDueOn(county, 'notice', '2026-07-14', { ...days, noticeUntil: '2026-07-18' })).toBe('2026-07-20')
})

test.each([
  ['2026-10-26', '2027-04-26'],
  ['2026-08-31', '2027-02-28'],
] as const)('a watch from %s ends on %s, and its check is due some days later', (from, until) => {
  expect(watchEnds(county, from)).toBe(until)
  expect(caseDueOn(county, 'watch', from, { ...days, watchUntil: until })! > until).toBe(true)
})

test('what has ended is due no more', () => {
  expect(caseDueOn(county, 'done', '2026-07-01', days)).toBeNull()
})
