import { readLooseDate, statedDay } from './loose-dates'

test.each([
  [46170, '2026-05-28'], ['46223', '2026-07-20'], [46170.75, '2026-05-28'], ['2026.7', '2026-07'], [2021.5, '2021-05'], [2021.12, '2021-12'], ['2026/6/23', '2026-06-23'], ['2026年4月14日', '2026-04-14'],
  ['2021年5月', '2021-05'], ['20260915', '2026-09-15'], [20260603, '2026-06-03'], ['202105', '2021-05'], [202105, '2021-05'], ['2026-06-23 00:00:00', '2026-06-23'], ['２０２６．６．２３', '2026-06-23'], ['2024-2-29', '2024-02-29'],
])('%j is %s', (cell, on) => expect(readLooseDate(cell)).toEqual({ on }))

test.each([
  ['2026.13.5', 'unreadable'], ['去年', 'unreadable'], [2026.1, 'unreadable'], ['26.5.3', 'unreadable'], [7, 'unreadable'],
  ['2026年2月30日', 'impossible'], ['2026-09-31', 'impossible'], [20260931, 'impossible'], ['', 'missing'], [null, 'missing'], ['-', 'missing'],
])('%j is %s', (cell, fault) => expect(readLooseDate(cell)).toEqual({ fault }))

test.each([
  ['结对帮扶台账_截至20261020.xlsx', '2026-10-20'], ['制表日期：2026年10月10日', '2026-10-10'], ['2026年10月', undefined], ['卡 6200000005781222780', undefined], ['20260931', undefined],
  ['编制日期：2026年9月28日 截至2026-10-31', '2026-10-31'],
])('%s speaks of %s', (text, day) => expect(statedDay(text)).toBe(day))
