import type { Day, Month } from '#domain/time/dates'
import { findIn, put, type Put } from '#store/db/collection'
import { saysDeath } from '#domain/register/register'
import { events, type Left, type RegisterEvent } from '#store/people/register'
import type { Writing } from '../kind'
import { digestOf, documentIds } from './documents'
import type { Standing } from './listed'

/** What the events say of people known before. */
export interface History {
  /** Day of the last exit, by person id. */
  lastExit: Map<string, Left & { latest: Day }>
  of: Map<string, Pick<RegisterEvent, 'personId' | 'kind' | 'on'>[]>
}

/** Of an exit with its month only, the last day it can have been. */
export const atLatest = (on: Day | Month): Day => (on.length === 7 ? `${on}-31` : on)

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
    if (event.kind === 'exit' && latest > (history.lastExit.get(event.personId)?.latest ?? ''))
      history.lastExit.set(event.personId, { latest, on: event.on, died: saysDeath(event.reason) })
  }
  return history
}

/** An entry for everyone whose entries do not outnumber their exits up to the register's day: new on it, or back on it. */
export function recordEntries({ db, keys, importId }: Writing, on: Day, people: Standing[], history: History): Promise<Put> {
  const idOf = documentIds('entry')
  const entries = people.flatMap(({ personId, household }): RegisterEvent[] => {
    const before = history.of.get(personId) ?? []
    const exits = before.filter((event) => event.kind === 'exit' && atLatest(event.on) < on)
    if (before.length > 0 && before.filter(({ kind }) => kind === 'entry').length > exits.length) return []
    const start = household.startMonth
    const since = start && exits.every((exit) => exit.on.slice(0, 7) < start) ? start : on
    return [
      {
        _id: idOf(personId, since),
        digest: digestOf(keys, since),
        personId,
        kind: 'entry',
        on: since,
        reason: '列入低收入农户名册',
        evidence: `保障证号 ${household.certificateNo || '未填'}`,
        approver: '民政部门',
        importId,
      },
    ]
  })
  return put(db, events, entries)
}
