import type { Day } from '#domain/time/dates'
import { isComing, isLeaving } from '#domain/register/events'
import { put, type Put } from '#store/db/write'
import { atLatest } from '#domain/register/register'
import { events, type RegisterEvent } from '#store/people/register'
import type { Writing } from '../../writing/writing'
import { digestOf, documentIds } from '../../writing/documents'
import { saidAt } from '../../writing/follow'
import type { History } from './history'
import type { Standing } from './listed'

/** An entry for everyone whose entries do not outnumber their exits up to the register's day: new on it, or back on it. */
export function recordEntries(to: Writing, on: Day, people: Standing[], history: History): Promise<Put> {
  const { db, keys, importId } = to
  const idOf = documentIds('entry')
  const entries = people.flatMap(({ personId, household, at }): RegisterEvent[] => {
    const before = history.of.get(personId) ?? []
    const exits = before.filter((event) => isLeaving(event.kind) && atLatest(event.on) < on)
    if (before.length > 0 && before.filter(({ kind }) => isComing(kind)).length > exits.length) return []
    const start = household.startMonth
    const since = start && exits.every((exit) => exit.on.slice(0, 7) < start) ? start : on
    return [
      {
        _id: idOf(personId, since),
        digest: digestOf(keys, since),
        personId,
        kind: exits.length === 0 ? 'recognised' : 'restored',
        on: since,
        reason: '列入低收入农户名册',
        evidence: `保障证号 ${household.certificateNo || '未填'}`,
        approver: '民政部门',
        ...saidAt(to, at),
        importId,
      },
    ]
  })
  return put(db, events, entries)
}
