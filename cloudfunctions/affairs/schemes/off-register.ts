import type { Day } from '#domain/time/dates'
import { isDay } from '#domain/time/dates'
import { countyTime } from '#kernel/call/clock'
import type { Household } from '#store/people/register'

/**
 * Since when nobody of a household is on the register: the last one's day; where nothing says a day, the one on which it was
 * written down. Nothing while somebody still is, or where all of them live in another household by now.
 */
export function offSince({
  onRegister,
  members,
  headLeft,
  importedAt,
}: Pick<Household, 'onRegister' | 'members' | 'headLeft' | 'importedAt'>): Day | null {
  if (onRegister || members.length === 0) return null
  const days = [...members.map(({ left }) => left?.on), headLeft?.on].flatMap((on) =>
    on === undefined ? [] : [isDay(on) ? on : (`${on}-01` as Day)],
  )
  return days.sort().at(-1) ?? countyTime(importedAt).day
}
