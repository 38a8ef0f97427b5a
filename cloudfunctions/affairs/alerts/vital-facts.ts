import { holdingEvents } from '#domain/people/vital'
import type { Death } from '#domain/alerts/detectors/plan-month'
import type { Db } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { vitalEvents } from '#store/people/vital'

/** Who of these people died, and when, as far as departments' lists hold. */
export async function deathsOf(db: Db, personIds: string[]): Promise<Map<string, Death>> {
  const said = await findIn(db, vitalEvents, 'personId', personIds, ['personId', 'kind', 'on', 'saidOn'])
  return new Map(
    holdingEvents(said).flatMap(({ _id, personId, kind, on }) => (kind === 'died' ? [[personId, { on, eventId: _id }] as const] : [])),
  )
}
