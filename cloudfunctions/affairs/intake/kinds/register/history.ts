import type { Day } from '#domain/time/dates'
import { isLeaving } from '#domain/register/events'
import { atLatest, saysDeath } from '#domain/register/register'
import { findIn } from '#store/db/read'
import { events, households, type Household, type Left, type RegisterEvent } from '#store/people/register'
import type { Writing } from '../../writing/writing'

/** What the events say of people known before. */
export interface History {
  /** Day of the last exit, by person id. */
  lastExit: Map<string, Left & { latest: Day }>
  of: Map<string, Pick<RegisterEvent, 'personId' | 'kind' | 'on'>[]>
}

export async function readHistory({ db }: Writing, known: { _id: string }[]): Promise<History> {
  const found = await findIn(
    db,
    events,
    'personId',
    known.map(({ _id }) => _id),
    ['personId', 'kind', 'on', 'reason'],
  )
  const history: History = { lastExit: new Map(), of: new Map() }
  for (const event of found) {
    history.of.set(event.personId, [...(history.of.get(event.personId) ?? []), event])
    const latest = atLatest(event.on)
    if (isLeaving(event.kind) && latest > (history.lastExit.get(event.personId)?.latest ?? ''))
      history.lastExit.set(event.personId, { latest, on: event.on, died: saysDeath(event.reason) })
  }
  return history
}

/** The households that people known before were in so far, by id. */
export type FormerHouseholds = Map<string, Household>

export async function formerHouseholds({ db }: Writing, ids: string[]): Promise<FormerHouseholds> {
  return new Map((await findIn(db, households, '_id', ids)).map((household) => [household._id, household]))
}
