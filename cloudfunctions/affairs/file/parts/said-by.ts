import type { County } from '#domain/county/county'
import type { Day } from '#domain/time/dates'

/** Whose list says so, and of which day; nothing of what was taken in before the day was kept. */
export function saidBy({ agencies }: County, agencyId: string, on: Day | undefined): { said?: { agency: string; on: Day } } {
  if (on === undefined) return {}
  return { said: { agency: agencies.find(({ id }) => id === agencyId)?.name ?? agencyId, on } }
}
