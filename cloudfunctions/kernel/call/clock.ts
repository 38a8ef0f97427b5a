import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { countyDay, countyOffsetMs, type Day, type Month } from '#domain/time/dates'

dayjs.extend(utc)

/**
 * Functions run on UTC; the county does not. China has one zone and no summer time, so an offset says it all (and costs no Intl
 * look-up).
 */
const chinaOffsetMinutes = countyOffsetMs / 60_000

/** A moment as the county sees it. */
export interface Moment {
  iso: string
  today: Day
}

export const momentOf = (time: Date): Moment => ({
  iso: time.toISOString(),
  today: countyDay(time.getTime()),
})
export const now = (): Moment => momentOf(new Date())

/** The instant `hours` after a moment. */
export const hoursAfter = (moment: Moment, hours: number): string => dayjs(moment.iso).add(hours, 'hour').toISOString()

/** An instant as clocks in China show it, e.g. `2026-11-24 08:30:00`. */
export const chinaClock = (time: Date): string => dayjs(time).utcOffset(chinaOffsetMinutes).format('YYYY-MM-DD HH:mm:ss')

/** The instant `minutes` after a moment. */
export const minutesAfter = (moment: Moment, minutes: number): string => dayjs(moment.iso).add(minutes, 'minute').toISOString()

/** The first instant of a month, `YYYY-MM`, in the county. */
export const startOfMonth = (month: Month): string =>
  new Date(Date.parse(`${month}-01T00:00:00Z`) - chinaOffsetMinutes * 60_000).toISOString()

/** What the county's clock shows at an instant: day, hour, and whether it is Saturday or Sunday. */
export function countyTime(instant: string): { day: Day; hour: number; weekend: boolean } {
  const local = dayjs(instant).utcOffset(chinaOffsetMinutes)
  return { day: countyDay(local.valueOf()), hour: local.hour(), weekend: local.day() === 0 || local.day() === 6 }
}
