import { noteServerDay, sayPhoneMoment, today } from './clock'

afterEach(() => jest.useRealTimers())
const phoneSays = (instant: string) => jest.useFakeTimers({ now: Date.parse(instant), doNotFake: ['queueMicrotask'] })

test('a phone set to another year goes by the county’s day once it has heard of it', () => {
  phoneSays('2031-03-01T02:00:00Z')
  expect(today()).toBe('2031-03-01')
  noteServerDay('2026-11-29')
  expect(today()).toBe('2026-11-29')
  expect(sayPhoneMoment(Date.now())).toBe('今天 10:00')
  jest.setSystemTime(Date.parse('2031-03-01T17:00:00Z'))
  expect(today()).toBe('2026-11-30')
})

test.each([undefined, null, '', 'yesterday', 7])('%j is no day and changes nothing', (day) => {
  phoneSays('2026-11-29T02:00:00Z')
  noteServerDay('2026-11-29')
  noteServerDay(day)
  expect(today()).toBe('2026-11-29')
})
