import { badRequest } from '../../door/errors'
import { day, dayOfWeek, dayOfYear, isoDayOfWeek, isoWeek, isoWeekYear, month, week, year } from './calendar'
import { offsetMinutes } from './time-zone'

const padded = (length: number, compute: (at: Date) => number) => (at: Date) => String(compute(at)).padStart(length, '0')
const sign = (minutes: number) => (minutes < 0 ? '-' : '+')

const PARTS = new Map<string, (at: Date, offset: number) => string>([
  ['d', padded(2, day)],
  ['G', padded(4, isoWeekYear)],
  ['H', padded(2, (at) => at.getUTCHours())],
  ['j', padded(3, dayOfYear)],
  ['L', padded(3, (at) => at.getUTCMilliseconds())],
  ['m', padded(2, month)],
  ['M', padded(2, (at) => at.getUTCMinutes())],
  ['S', padded(2, (at) => at.getUTCSeconds())],
  ['u', padded(1, isoDayOfWeek)],
  ['U', padded(2, week)],
  ['V', padded(2, isoWeek)],
  ['w', padded(1, dayOfWeek)],
  ['Y', padded(4, year)],
  [
    'z',
    (_at, offset) =>
      `${sign(offset)}${String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0')}${String(Math.abs(offset) % 60).padStart(2, '0')}`,
  ],
  ['Z', (_at, offset) => `${sign(offset)}${Math.abs(offset)}`],
  ['%', () => '%'],
])

/** A date in MongoDB's format; letters after `%` that it does not know are refused. */
export function formatDate(date: Date, format: string, timezone: string): string {
  const offset = offsetMinutes(timezone, date)
  const at = new Date(date.getTime() + offset * 60_000)
  return format.replace(/%(.?)/gsu, (_all, letter: string) => {
    const write = PARTS.get(letter)
    if (!write) throw badRequest(`Invalid format character '%${letter}' in format string`)
    return write(at, offset)
  })
}
