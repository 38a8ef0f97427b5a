const DAY_MS = 86_400_000

/** The parts of a date as the clock in UTC shows them; weeks and days as MongoDB counts them. */
export const year = (at: Date) => at.getUTCFullYear()
export const month = (at: Date) => at.getUTCMonth() + 1
export const day = (at: Date) => at.getUTCDate()
/** 1 to 366. */
export const dayOfYear = (at: Date) => Math.floor((utc(year(at), at.getUTCMonth(), day(at)) - utc(year(at), 0, 1)) / DAY_MS) + 1
/** 1 (Sunday) to 7. */
export const dayOfWeek = (at: Date) => at.getUTCDay() + 1
/** 1 (Monday) to 7. */
export const isoDayOfWeek = (at: Date) => at.getUTCDay() || 7
/** 0 to 53: weeks begin on Sunday, and what comes before the first Sunday of the year is week 0. */
export const week = (at: Date) => Math.floor((dayOfYear(at) + 6 - at.getUTCDay()) / 7)
/** The year of ISO 8601 to which the week of this day belongs: that of its Thursday. */
export const isoWeekYear = (at: Date) => year(thursday(at))
/** 1 to 53 as in ISO 8601. */
export const isoWeek = (at: Date) => Math.floor((dayOfYear(thursday(at)) - 1) / 7) + 1

const thursday = (at: Date) => new Date(at.getTime() + (4 - isoDayOfWeek(at)) * DAY_MS)

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
export function utc(ofYear: number, monthIndex: number, dayOfMonth: number, ...time: number[]): number {
  const [hour = 0, minute = 0, second = 0, millisecond = 0] = time
  const at = new Date(Date.UTC(2000, monthIndex, dayOfMonth, hour, minute, second, millisecond))
  if (ofYear >= 100) return Date.UTC(ofYear, monthIndex, dayOfMonth, hour, minute, second, millisecond)
  at.setUTCFullYear(ofYear, monthIndex, dayOfMonth)
  return at.getTime()
}

/** The Monday with which a year of ISO 8601 begins, in ms. */
export function isoYearStart(ofYear: number): number {
  const fourth = new Date(utc(ofYear, 0, 4))
  return fourth.getTime() - (isoDayOfWeek(fourth) - 1) * DAY_MS
}
