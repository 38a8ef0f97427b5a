import type { Day } from '#domain/dates'
import { sayDay } from '#domain/dates'

const eightHours = 8 * 60 * 60 * 1000

const inChina = (instant: number): string => new Date(instant + eightHours).toISOString()

/** The phone's day in China, whatever zone the phone is set to. */
export const today = (): Day => inChina(Date.now()).slice(0, 10)

/** An instant (ms) as people say it: 今天 08:00, 10月12日 08:00. */
export function sayMoment(instant: number, now: Day = today()): string {
  const local = inChina(instant)
  const day = local.slice(0, 10)
  return `${day === now ? '今天' : sayDay(day, now)} ${local.slice(11, 16)}`
}
