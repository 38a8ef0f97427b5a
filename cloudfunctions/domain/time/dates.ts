/** Days are `YYYY-MM-DD`, months `YYYY-MM`, both in the county's own time zone. Pure text arithmetic: no clock here. */

export type Day = string
export type Month = string

/** The month of a day. */
export const monthOf = (day: Day): Month => day.slice(0, 7)

/** The month `count` after (or, negative, before) a month. */
export function addMonths(month: Month, count: number): Month {
  const [year, m] = month.split('-').map(Number) as [number, number]
  const index = year * 12 + (m - 1) + count
  return `${Math.floor(index / 12)}-${String((((index % 12) + 12) % 12) + 1).padStart(2, '0')}`
}

const dayMs = 24 * 60 * 60 * 1000

/** The day `count` after (or, negative, before) a day. */
export const daysAfter = (day: Day, count: number): Day => new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10)

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
