import type { Day } from '#domain/time/dates'
import { isLeaving, leavings } from '#domain/register/events'
import { placeOfEvent } from '#domain/register/order'
import { findIn } from '#store/db/read'
import { events, households, persons, type Household, type Left } from '#store/people/register'
import { grouped } from '../../writing/grouped'
import type { Known } from '../../writing/people'
import type { Writing } from '../../writing/writing'

/** What the events say of people known before. */
export interface History {
  /** Day of the last exit, by person id. */
  lastExit: Map<string, Left & { latest: Day }>
  /** What somebody last was decided to be to the head, and from when on. */
  lastRelation: Map<string, { day: Day; relation: string }>
}

export async function readHistory({ db }: Writing, known: { _id: string }[]): Promise<History> {
  const found = await findIn(
    db,
    events,
    'personId',
    known.map(({ _id }) => _id),
    ['personId', 'kind', 'on', 'reason', 'to', 'decidedAt', 'after', 'derived'],
    { kind: { $in: [...leavings, 'recognised', 'restored', 'joined', 'split', 'relation'] } },
  )
  const ofPerson = grouped(found, ({ personId }) => personId)
  const history: History = { lastExit: new Map(), lastRelation: new Map() }
  for (const event of found.filter(({ kind }) => isLeaving(kind))) {
    const latest = placeOfEvent(event, ofPerson.get(event.personId)).day
    if (latest > (history.lastExit.get(event.personId)?.latest ?? ''))
      history.lastExit.set(event.personId, { latest, on: event.on, died: event.kind === 'died' })
  }
  for (const event of found) {
    if (event.kind !== 'relation' || event.derived || event.to === undefined) continue
    const { day } = placeOfEvent(event)
    if (day >= (history.lastRelation.get(event.personId)?.day ?? '')) history.lastRelation.set(event.personId, { day, relation: event.to })
  }
  return history
}

/** The households that people known before were in so far, by id. */
export type FormerHouseholds = Map<string, Household>

/** Whom a decision of that day or later has put into these households, though the list may not name them there: by household. */
export async function decidedInto(
  { db }: Writing,
  on: Day,
  { homes, former, known }: { homes: { _id: string }[]; former: FormerHouseholds; known: Iterable<Known> },
): Promise<Map<string, Set<string>>> {
  const named = new Map([...known].map((person) => [person._id, person]))
  const members = homes.flatMap(({ _id }) => former.get(_id)?.members ?? []).map(({ personId }) => personId)
  const others = await findIn(
    db,
    persons,
    '_id',
    members.filter((id) => !named.has(id)),
    ['householdId', 'decidedOn'],
  )
  const decided = [...members.flatMap((id) => named.get(id) ?? []), ...others].filter(({ decidedOn }) => decidedOn && decidedOn >= on)
  return new Map(
    [...grouped(decided, ({ householdId }) => householdId ?? '')].map(([id, some]) => [id, new Set(some.map(({ _id }) => _id))]),
  )
}

export async function formerHouseholds({ db }: Writing, ids: string[]): Promise<FormerHouseholds> {
  return new Map((await findIn(db, households, '_id', ids)).map((household) => [household._id, household]))
}
