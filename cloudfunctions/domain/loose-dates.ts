import { type Cell, compactOf, isBlank } from './cells'
import type { Day, Month } from './dates'
import { isCalendarDay } from './id-number'

/** A day, or a month where the department wrote no day; or why it cannot be read. */
export type DateRead = { on: Day | Month } | { fault: 'missing' | 'unreadable' | 'impossible' }

const unreadable: DateRead = { fault: 'unreadable' }
/** Serial days of spreadsheets between 1927 and 2119: other numbers are not dates. */
const isSerial = (number: number): boolean => number >= 10_000 && number < 80_000

/**
 * Reads a date as departments write it: Excel serial, 2026-06-23, 2026/6/23, 2026.6.23, 2026年6月23日, 20260623,
 * and months 2021.5, 202105, 2021年5月. A day that no calendar has (2月30日) is impossible; a 13th month is unreadable.
 */
export function readLooseDate(cell: Cell | undefined): DateRead {
  if (isBlank(cell)) return { fault: 'missing' }
  if (typeof cell === 'number') return fromNumber(cell)
  const text = compactOf(cell).replace(/[T ]?\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '')
  if (/^\d{5}$/.test(text)) return fromNumber(Number(text))
  const parts = /^(\d{4})(\d{2})(\d{2})?$/.exec(text) ?? /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})[日号]?|月)?$/.exec(text)
  return parts ? fromParts(parts[1]!, parts[2]!, parts[3]) : unreadable
}

function fromNumber(number: number): DateRead {
  if (isSerial(number)) return { on: dayOfSerial(number) }
  const digits = String(number)
  if (/^\d{6}(\d{2})?$/.test(digits)) return fromParts(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6) || undefined)
  // 2026.1 as a number is January or, its zero lost, October: not to be guessed.
  const month = /^(\d{4})\.(\d{1,2})$/.exec(digits)
  return month && month[2] !== '1' ? fromParts(month[1]!, month[2]!) : unreadable
}

function fromParts(year: string, month: string, day?: string): DateRead {
  const m = Number(month)
  const d = Number(day ?? 1)
  if (Number(year) < 1880 || m < 1 || m > 12 || d < 1 || d > 31) return unreadable
  const on = `${year}-${month.padStart(2, '0')}`
  if (day === undefined) return { on }
  const whole = `${on}-${day.padStart(2, '0')}`
  return isCalendarDay(whole) ? { on: whole } : { fault: 'impossible' }
}

/** The day of a spreadsheet's serial number (1900 system; 25569 is 1970-01-01). */
export const dayOfSerial = (serial: number): Day => new Date((Math.floor(serial) - 25_569) * 86_400_000).toISOString().slice(0, 10)

/** The latest whole day that a title or file name states, e.g. 截至20261020, 制表日期：2026年10月10日. Nothing if none. */
export function statedDay(text: string): Day | undefined {
  const found = [...compactOf(text).matchAll(/(?<!\d)(20\d{2})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})|(\d{2})(\d{2}))(?!\d)/g)]
  const days = found.map(([, year, m, d, mm, dd]) => `${year}-${(m ?? mm)!.padStart(2, '0')}-${(d ?? dd)!.padStart(2, '0')}`)
  return days.filter(isCalendarDay).sort().at(-1)
}
