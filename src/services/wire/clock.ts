import type { Day } from '#domain/time/dates'
import { sayDay, utcDay } from '#domain/time/dates'

const eightHours = 8 * 60 * 60 * 1000

const dayInChina = (instant: number): Day => utcDay(instant + eightHours)

/** Whole days (ms) that the county's calendar is ahead of this phone's, as its last answer told. */
let ahead = 0

/** Notes the county's day: a phone whose clock was never set must not judge what is late, due or over. */
export function noteServerDay(day: unknown): void {
  const told = typeof day === 'string' ? Date.parse(day) : NaN
  if (!Number.isNaN(told)) ahead = told - Date.parse(dayInChina(Date.now()))
}

/** The county's day, in China, whatever zone and year the phone is set to. */
export const today = (): Day => dayInChina(Date.now() + ahead)

/** An instant (ms) as people say it: 今天 08:00, 10月12日 08:00. */
export function sayMoment(instant: number, now: Day = today()): string {
  const day = dayInChina(instant)
  const clock = new Date(instant + eightHours).toISOString().slice(11, 16)
  return `${day === now ? '今天' : sayDay(day, now)} ${clock}`
}

/** The same of an instant by this phone's own clock. */
export const sayPhoneMoment = (instant: number): string => sayMoment(instant + ahead)
