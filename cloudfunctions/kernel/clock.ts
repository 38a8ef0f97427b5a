import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import type { Day } from '#domain/dates'

dayjs.extend(utc)

/** Functions run on UTC; the county does not. China has one zone and no summer time, so an offset says it all (and costs no Intl look-up). */
const chinaOffsetMinutes = 8 * 60

/** A moment as the county sees it. */
export interface Moment { iso: string; today: Day }

export const momentOf = (time: Date): Moment => ({ iso: time.toISOString(), today: dayjs(time).utcOffset(chinaOffsetMinutes).format('YYYY-MM-DD') })
export const now = (): Moment => momentOf(new Date())

/** The instant `hours` after a moment. */
export const hoursAfter = (moment: Moment, hours: number): string => dayjs(moment.iso).add(hours, 'hour').toISOString()
