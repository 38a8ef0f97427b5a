import type { DetectorName } from '#domain/alerts/detectors/all'
import type { Fen } from '#domain/money/money'
import type { AlertOutcome, AlertState } from '#domain/work/alerts'
import type { Db, Filter } from '../db/collection'
import { aggregate, count, find, findEach } from '../db/read'
import { alerts, type Alert } from './alerts'

export const countAlerts = (db: Db, filter: Filter): Promise<number> => count(db, alerts, filter)

/** A page of alerts, the most serious first; `behind` the one with this rank and id. */
export const listAlerts = (db: Db, filter: Filter, limit: number, behind?: { rank: number; id: string }): Promise<Alert[]> =>
  find(
    db,
    alerts,
    behind ? { $and: [filter, { $or: [{ rank: { $lt: behind.rank } }, { rank: behind.rank, _id: { $gt: behind.id } }] }] } : filter,
    {
      order: [
        ['rank', 'desc'],
        ['_id', 'asc'],
      ],
      limit,
    },
  )

/** How many match, by a field. */
export async function countBy<Key extends string>(db: Db, field: keyof Alert & string, filter: Filter): Promise<Map<Key, number>> {
  const groups = await aggregate<{ _id: Key; count: number }>(db, alerts, [
    { $match: filter },
    { $group: { _id: `$${field}`, count: { $sum: 1 } } },
  ])
  return new Map(groups.map(({ _id, count }) => [_id, count]))
}

/** How many alerts of a detector stand how, and what money moved in the end, in 分. */
export interface SummedAlerts {
  detector: DetectorName
  state: AlertState
  outcome: AlertOutcome | null
  count: number
  movedFen: Fen
}

export async function sumUp(db: Db, filter: Filter): Promise<SummedAlerts[]> {
  const groups = await aggregate<{ _id: Pick<SummedAlerts, 'detector' | 'state' | 'outcome'>; count: number; movedFen: Fen }>(db, alerts, [
    { $match: filter },
    {
      $group: {
        _id: { detector: '$detector', state: '$state', outcome: '$outcome' },
        count: { $sum: 1 },
        movedFen: { $sum: '$movedFen' },
      },
    },
  ])
  return groups.map(({ _id, ...sums }) => ({ ..._id, ...sums }))
}

/** The open ones that a detector found in this scope. */
export const openIn = (db: Db, detector: DetectorName, scope: string): Promise<Alert[]> =>
  findEach(db, alerts, { detector, open: true, scopes: scope })

/** The scopes in which a detector has open ones. */
export async function openScopes(db: Db, detector: DetectorName): Promise<string[]> {
  const found = await findEach(db, alerts, { detector, open: true }, ['scopes'])
  return [...new Set(found.flatMap(({ scopes }) => scopes))]
}
