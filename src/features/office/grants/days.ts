import type { Day } from '#domain/time/dates'

const dayMs = 24 * 60 * 60 * 1000

/** The day so many days later. */
export const daysAfter = (day: Day, days: number): Day => new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
