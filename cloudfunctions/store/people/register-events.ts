import { saysDeath } from '#domain/register/register'
import type { Db } from '../db/collection'
import { findIn, pages } from '../db/read'
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
