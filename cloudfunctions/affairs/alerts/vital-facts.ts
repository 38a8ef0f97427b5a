import { isRefuted } from '#domain/people/decided'
import { holdingEvents } from '#domain/people/vital'
import type { Death } from '#domain/alerts/detectors/plan-month'
import { decidedOf } from '#affairs/stated/decided'
import type { AtWork } from '#kernel/jobs/kind'
import { findIn } from '#store/db/read'
import { decisionId } from '#store/people/source-decisions'
import { vitalEvents, type VitalEvent } from '#store/people/vital'

type On = Pick<AtWork, 'db' | 'keys'>

/** What of an event says who it is about, what happened and whose list has it. */
export const eventFields = ['personId', 'kind', 'on', 'saidOn', 'agency']
export type Told = Pick<VitalEvent, '_id' | 'personId' | 'kind' | 'on' | 'saidOn' | 'agency'>

/** What holds of what lists say: newer lists go before older ones, and somebody of whom a person decided that they live did not die. */
export async function heldEvents(on: On, said: readonly Told[]): Promise<Told[]> {
  const events = holdingEvents(said)
  const died = events.filter(({ kind }) => kind === 'died').map(({ personId }) => personId)
  const decided = await decidedOf(on, died)
  return events.filter((one) => one.kind !== 'died' || !isRefuted(decided.get(decisionId(one.personId, 'alive')), one))
}

/** Who of these people died, and when, as far as departments' lists hold. */
export async function deathsOf(on: On, personIds: string[]): Promise<Map<string, Death>> {
  const events = await heldEvents(on, await findIn(on.db, vitalEvents, 'personId', personIds, eventFields))
  return new Map(events.flatMap(({ _id, personId, kind, on }) => (kind === 'died' ? [[personId, { on, eventId: _id }] as const] : [])))
}
