import { hoursAfter, momentOf } from './clock'

test.each([
  ['2026-10-31T15:59:59Z', '2026-10-31'],
  ['2026-10-31T16:00:00Z', '2026-11-01'],
  ['2026-12-31T16:30:00Z', '2027-01-01'],
  ['2026-07-01T00:00:00Z', '2026-07-01'],
])('%s is %s in the county', (instant, day) => expect(momentOf(new Date(instant)).today).toBe(day))

test('hours after', () => expect(hoursAfter(momentOf(new Date('2026-10-31T20:00:00Z')), 8)).toBe('2026-11-01T04:00:00.000Z'))
