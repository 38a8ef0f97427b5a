import { badRequest } from '../../door/errors'
import { offsetMinutes } from './time-zone'

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/

/** A date as ISO 8601 writes it; without an offset of its own it is meant in `timezone`. Anything else is refused. */
export function parseDate(text: string, timezone: string): Date {
  const parts = ISO.exec(text)
  if (!parts) throw badRequest(`not a date as ISO 8601 writes it: ${text.slice(0, 60)}`)
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second, Number((parts[7] ?? '0').padEnd(3, '0'))))
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59)
    throw badRequest(`there is no such date: ${text}`)
  return fromLocal(at, parts[8] === 'Z' ? 'UTC' : (parts[8] ?? timezone))
}

/** The instant whose clock in `timezone` shows what `local` shows in UTC. */
export function fromLocal(local: Date, timezone: string): Date {
  const guess = new Date(local.getTime() - offsetMinutes(timezone, local) * 60_000)
  return new Date(local.getTime() - offsetMinutes(timezone, guess) * 60_000)
}
