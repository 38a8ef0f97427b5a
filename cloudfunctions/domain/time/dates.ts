/**
 * Days are `YYYY-MM-DD`, months `YYYY-MM`, both in the county's own time zone. Their shape is their brand: the compiler takes neither a
 * month, an instant nor any other text for a day, and at run time they are plain texts. Text arithmetic only: no clock here.
 */

export type Day = `${number}-${number}-${number}`
export type Month = `${number}-${number}`

/** The month of a day; of a month, itself. */
export const monthOf = (on: Day | Month): Month => on.slice(0, 7) as Month

/** Whether more is known than the month. */
export const isDay = (on: Day | Month): on is Day => on.length === 10

/** A month by its numbers; those of its day with `date`. */
export const monthNamed = (year: number, month: number): Month => `${year}-${String(month).padStart(2, '0')}` as Month
export const dayNamed = (year: number, month: number, date: number): Day =>
  `${monthNamed(year, month)}-${String(date).padStart(2, '0')}` as Day

/** The day of an instant by UTC, in milliseconds since 1970. */
export const utcDay = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day

/** All of China keeps one time, eight hours before UTC's, and no summer time. */
export const countyOffsetMs = 8 * 3_600_000

/** The day of an instant in the county, in milliseconds since 1970. */
export const countyDay = (ms: number): Day => utcDay(ms + countyOffsetMs)

/** True for a text that is a day of the calendar, `YYYY-MM-DD`: how a text from outside becomes a day. */
export function isCalendarDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  if (year === 0 || month === 0 || date === 0 || month > 12) return false
  return date <= (month === 2 && isLeap(year) ? 29 : daysOfMonths[month - 1]!)
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** The month `count` after (or, negative, before) a month. */
export function addMonths(month: Month, count: number): Month {
  const [year, m] = month.split('-').map(Number) as [number, number]
  const index = year * 12 + (m - 1) + count
  return monthNamed(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1)
}

const dayMs = 24 * 60 * 60 * 1000

/** The day `count` after (or, negative, before) a day. */
export const daysAfter = (day: Day, count: number): Day => utcDay(Date.parse(day) + count * dayMs)

/** Whole days from one day to another. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/** The first month of a month's quarter. */
export const quarterOf = (month: Month): Month => addMonths(month, -((Number(month.slice(5)) - 1) % 3))

/** The last `count` months up to and with `month`, oldest first. */
export const monthsUpTo = (month: Month, count: number): Month[] => Array.from({ length: count }, (_, i) => addMonths(month, i - count + 1))

/** As people say it: 10月12日; the year only when it is not this year. */
export function sayDay(day: Day, today: Day): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const short = `${month}月${date}日`
  return day.slice(0, 4) === today.slice(0, 4) ? short : `${year}年${short}`
}

/** 10月; the year only when it is not this year. */
export function sayMonth(month: Month, today: Day): string {
  const [year, m] = month.split('-').map(Number) as [number, number]
  return month.slice(0, 4) === today.slice(0, 4) ? `${m}月` : `${year}年${m}月`
}

/** 2026年8月17日, 2026年8月: with its year, as far as it is known. */
export const sayWhen = (on: Day | Month): string => {
  const [year, month, date] = on.split('-').map(Number)
  return `${year}年${month}月${date === undefined ? '' : `${date}日`}`
}
