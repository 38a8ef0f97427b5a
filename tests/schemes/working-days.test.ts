import type { Day } from '#domain/time/dates'
import { isWorkingDay, workingDaysAfter } from '#domain/time/working-days'
import { calendar } from '#kernel/calendar/china'

/** Written by hand from the State Council's notices: 15 working days, the first of them the day after. */
test.each<[string, Day, number, Day | undefined]>([
  ['no holiday between', '2026-06-22', 15, '2026-07-13'],
  ['over National Day, with the make-up days 9月20日 and 10月10日', '2026-09-18', 15, '2026-10-15'],
  ['the make-up Sunday itself is the first', '2026-09-19', 1, '2026-09-20'],
  ['over Spring Festival, with the make-up days 2月14日 and 2月28日', '2026-02-11', 15, '2026-03-10'],
  ['from a Friday before New Year with a make-up Sunday', '2025-12-31', 1, '2026-01-04'],
  ['a leap day that is a working day', '2024-02-28', 1, '2024-02-29'],
  ['over a leap day', '2024-02-28', 15, '2024-03-20'],
  ['nothing to wait for', '2026-09-18', 0, '2026-09-18'],
  ['into a year that nobody has spoken of', '2026-12-21', 15, undefined],
  ['within the last known year', '2026-12-10', 15, '2026-12-31'],
  ['from before the first known year', '2003-10-01', 15, undefined],
])('%s', (_, from, days, last) => expect(workingDaysAfter(calendar, from, days)).toBe(last))

test('of a year without an announcement nothing is known: neither its National Day nor a plain Monday', () => {
  const after = String(Number([...calendar.years].sort().at(-1)!) + 1)
  expect([isWorkingDay(calendar, `${after}-10-01` as Day), isWorkingDay(calendar, `${after}-06-15` as Day)]).toEqual([undefined, undefined])
  expect(calendar.years.has('2026')).toBe(true)
})
