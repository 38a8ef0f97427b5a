import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import type { Day } from '#domain/dates'

dayjs.extend(utc)
dayjs.extend(timezone)

/** Functions run on UTC; the county does not. */
const zone = 'Asia/Shanghai'

/** A moment as the county sees it. */
export interface Moment { iso: string; today: Day }

export const momentOf = (time: Date): Moment => ({ iso: time.toISOString(), today: dayjs(time).tz(zone).format('YYYY-MM-DD') })
export const now = (): Moment => momentOf(new Date())

/** The instant `hours` after a moment. */
export const hoursAfter = (moment: Moment, hours: number): string => dayjs(moment.iso).add(hours, 'hour').toISOString()
