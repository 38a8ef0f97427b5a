import type { Day } from '#domain/time/dates'
import type { LocalCloud } from '../../host/cloud'
import { realTime } from '../../gateway/thread/shifted-clock'

/** Lets the cloud stand at ten in the morning of a day, in the county; never later than it is. Without a day it is now. */
export const standAt = (cloud: Pick<LocalCloud, 'shiftClock'>, day?: Day): Promise<void> =>
  cloud.shiftClock(day === undefined ? 0 : Math.min(0, Date.parse(`${day}T10:00:00+08:00`) - realTime()))
