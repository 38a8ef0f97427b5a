import { type Cell, isBlank, textOf } from '../files/cells'
import { countyDay, isCalendarDay, monthNamed, utcDay, type Day, type Month } from './dates'
import { inDigits } from './periods'
import { typedLine } from '../text/typed'
import { readSlashed, type SlashOrder } from './slashed-dates'

/** A day, or a month where the department wrote no day; or why it cannot be read. */
export type DateRead = { on: Day | Month } | { fault: 'missing' | 'unreadable' | 'impossible' }

const unreadable: DateRead = { fault: 'unreadable' }
/** Serial days of spreadsheets between 1927 and 2119: other numbers are not dates. */
const isSerial = (number: number): boolean => number >= 10_000 && number < 80_000

const clockTime =
  '(?:上午|下午|凌晨|晚上|中午|am|pm)?\\d{1,2}(?:[:：时点]\\d{1,2}(?:[:：分]\\d{1,2}(?:[.,]\\d+)?秒?|分)?|[时点])(?: ?[ap]m)?'
/** ` 0:00`, `T09:05:00.000`, ` 上午9时5分`, ` 093000`, also with the week's day before it. */
const timeAfterDay = new RegExp(`(?:[(（]?(?:星期|周)[一二三四五六日天][)）]?)?(?:[T ,，]*${clockTime}|[T ]\\d{4}(?:\\d{2})?)?$`, 'i')
const weekday = /[ ,，]*[(（]?(?:星期|周)[一二三四五六日天][)）]?$/
/** An instant: its day in the county is not always the one written. */
const instant = /^\d{4}-\d{1,2}-\d{1,2}T? ?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i

/**
 * Reads a date as departments write it: Excel serial, 2026-06-23, 2026/6/23, 2026.6.23, 2026年6月23日, 20260623, with or without a
 * time behind it, an instant (`…Z`: the day it is in the county), and months 2021.5, 202105, 2021年5月.
 * A day that no calendar has (2月30日) is impossible; a 13th month is unreadable. 10/1/2026 is read in its column's order only.
 */
export function readLooseDate(cell: Cell | undefined, order?: SlashOrder): DateRead {
  if (isBlank(cell)) return { fault: 'missing' }
  if (typeof cell === 'number') return fromNumber(cell)
  const slashed = readSlashed(cell, order)
  if (slashed) return slashed
  const line = inDigits(typedLine(textOf(cell)))
  if (instant.test(line)) return fromInstant(line)
  if (/^\d{5}(\.\d+)?$/.test(line)) return fromNumber(Number(line))
  // The time comes off while the space before it still stands: without it, 11/29 0:00 is the 290th.
  const text = withoutTime(line).replace(/ /g, '')
  const parts = /^(\d{4})(\d{2})(\d{2})?$/.exec(text) ?? /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})[日号]?|月)?$/.exec(text)
  return parts ? fromParts(parts[1]!, parts[2]!, parts[3]) : unreadable
}

function withoutTime(line: string): string {
  const stamp = /^(\d{8})(?:\d{4}|\d{6})$/.exec(line)
  if (stamp) return stamp[1]!
  // Only what stands behind a whole day is a time.
  const day = /^(?:\d{8}|\d{4} ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}(?: ?[日号])?)(?=$|[T ,，(（星周上下凌晚中])/i.exec(line)
  const spelled = day ?? /^\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?[日号]/.exec(line)
  if (!spelled) return line.replace(weekday, '')
  const rest = line.slice(spelled[0].length)
  return timeAfterDay.exec(rest)?.[0] === rest || weekday.exec(rest)?.[0] === rest ? spelled[0] : line
}

function fromInstant(line: string): DateRead {
  const [, year, month, day, rest] = /^(\d{4})-(\d{1,2})-(\d{1,2})T? ?(.*)$/i.exec(line)!
  const whole = fromParts(year!, month!, day)
  if (!('on' in whole)) return whole
  const [, hour, clock, zone] = /^(\d{1,2})(:\S+?) ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i.exec(rest!)!
  const offset = /^[+-]/.test(zone!) ? zone!.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2') : 'Z'
  const at = Date.parse(`${whole.on}T${hour!.padStart(2, '0')}${clock}${offset}`)
  return Number.isNaN(at) ? unreadable : { on: countyDay(at) }
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
  const on = monthNamed(Number(year), m)
  if (day === undefined) return { on }
  const whole = `${on}-${day.padStart(2, '0')}`
  return isCalendarDay(whole) ? { on: whole } : { fault: 'impossible' }
}

/** Writers that reckon with Shanghai's local mean time of 1900 leave every date 43 seconds short of its midnight. */
const isShort = (secondOfDay: number): boolean => Math.abs(secondOfDay - (86_400 - 43)) <= 1

/** The day of a spreadsheet's serial number (1900 system; 25569 is 1970-01-01). A last second of a day (23:59:59) is still that day. */
function dayOfSerial(serial: number): Day {
  const day = Math.floor(serial)
  const second = Math.round((serial - day) * 86_400)
  const next = second >= 86_400 || isShort(second) ? 1 : 0
  return utcDay((day + next - 25_569) * 86_400_000)
}

/**
 * The latest whole day that a title or file name states, e.g. 截至20261020, 制表日期：2026年10月10日. Nothing if none. No look-behind: phones read
 * days by this file too, and old ones cannot parse it.
 */
export function statedDay(text: string): Day | undefined {
  const found = [
    ...typedLine(text)
      .replace(/ /g, '')
      .matchAll(/(?:^|\D)(20\d{2})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})|(\d{2})(\d{2}))(?!\d)/g),
  ]
  const days = found.map(([, year, m, d, mm, dd]) => `${year}-${(m ?? mm)!.padStart(2, '0')}-${(d ?? dd)!.padStart(2, '0')}`)
  return days.filter(isCalendarDay).sort().at(-1)
}
