import type { RegisterEventKind } from '#domain/register/events'
import { saysDeath } from '#domain/register/register'
import { monthOf, type Day } from '#domain/time/dates'
import type { Db } from '../db/collection'
import { find, findIn, pages } from '../db/read'
import { update } from '../db/write'
import { events, type RegisterEvent } from './register'

/** The first release knew two kinds, `entry` and `exit`: these are told apart as people do. */
export async function bringEventsOver(db: Db): Promise<void> {
  await update(db, events, { kind: 'entry' }, { $set: { kind: 'recognised' } })
  for await (const page of pages(db, events, { kind: 'exit' }, { fields: ['reason'] })) {
    for (const kind of ['died', 'exited'] as const) {
      const ids = page.filter(({ reason }) => saysDeath(reason) === (kind === 'died')).map(({ _id }) => _id)
      if (ids.length > 0) await update(db, events, { _id: { $in: ids } }, { $set: { kind } })
    }
  }
}

/** What was decided about the register in a case. */
export const eventsOfCase = (db: Db, caseId: string): Promise<RegisterEvent[]> => findIn(db, events, 'caseId', [caseId])

/** Events of some kinds from one day to another, by day; of one dated by its month, the month counts. `after`: behind `<on>/<id>`. */
export function listEvents(
  db: Db,
  kinds: readonly RegisterEventKind[],
  { from, until }: { from: Day; until: Day },
  limit: number,
  after?: string,
): Promise<RegisterEvent[]> {
  const [on = '', id = ''] = after?.split('/') ?? []
  const inTime = { kind: { $in: [...kinds] }, on: { $gte: monthOf(from), $lte: until }, $nor: [{ on: { $gt: monthOf(from), $lt: from } }] }
  const later = after === undefined ? inTime : { $and: [inTime, { $or: [{ on: { $gt: on } }, { on, _id: { $gt: id } }] }] }
  return find(db, events, later, {
    order: [
      ['on', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}
