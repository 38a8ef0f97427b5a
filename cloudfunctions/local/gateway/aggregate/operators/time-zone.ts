import { badRequest } from '../../door/errors'

const zones = new Map<string, Intl.DateTimeFormat>()

/**
 * How far a zone's clock is ahead of UTC at an instant, in minutes. A zone is a name (`Asia/Shanghai`) or an offset (`+08`,
 * `+0800`, `+08:00`).
 */
export function offsetMinutes(timezone: string, at: Date): number {
  if (timezone === 'UTC' || timezone === 'GMT' || timezone === 'Z') return 0
  const offset = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(timezone)
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0))
  const parts = Object.fromEntries(
    formatOf(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<string, number>
  const local = Date.UTC(parts.year as number, (parts.month as number) - 1, parts.day, parts.hour, parts.minute, parts.second)
  return Math.round((local - Math.floor(at.getTime() / 1000) * 1000) / 60_000)
}

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = zones.get(timezone)
  if (known) return known
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    if (zones.size < 100) zones.set(timezone, format)
    return format
  } catch {
    throw badRequest(`unrecognized time zone identifier: "${timezone.slice(0, 60)}"`)
  }
}
