import { audit, type AuditRecord } from './audit'
import { collection, index, pageLimit, unique, type Db } from '../db/collection'
import { aggregate, find, findById, findIn } from '../db/read'
import { insert, insertMany, remove } from '../db/write'

/** An audit entry's place in the tree. `_id` is its number in the whole log, from 1, twelve digits. */
export interface AuditLeaf {
  _id: string
  /** No entry stands in the log twice. */
  entryId: string
  at: string
  householdId: string | null
  /** Its number among the entries of its household, from 1 and without gaps; null for entries about no household. */
  n: number | null
  /** The hash of the household's entry before it. */
  previous: string | null
  /** SHA-256 leaf hash, hex. */
  hash: string
}
export const auditLeaves = collection<AuditLeaf>('audit_leaves', [unique('entryId'), index('householdId', '-n')])

/** A signed word on the first `size` entries. `_id` is the size, twelve digits. */
export interface AuditCheckpoint {
  _id: string
  size: number
  /** The size at the checkpoint before it, 0 for the first. Unique: the log cannot fork, whoever writes at the same time. */
  previous: number
  /** Hex. */
  root: string
  at: string
  /** The newest time in it: where the next patrol looks on. Clocks differ and are set back, so this says nothing on what may still come. */
  upTo: string
  /** The complete subtrees (hex), from which the tree grows on. */
  frontier: string[]
  /** The signed note (C2SP), which is published. */
  note: string
}
export const auditCheckpoints = collection<AuditCheckpoint>('audit_checkpoints', [unique('previous')])

/** A number as an `_id` that sorts as numbers do. */
export const numbered = (n: number): string => String(n).padStart(12, '0')

/** True once a checkpoint covers the leaf: from then on it cannot be hidden. */
export const covers = (checkpoint: AuditCheckpoint | undefined, leaf: AuditLeaf): boolean =>
  checkpoint !== undefined && leaf._id <= checkpoint._id

export const latestCheckpoint = async (db: Db): Promise<AuditCheckpoint | undefined> =>
  (await find(db, auditCheckpoints, {}, { order: [['_id', 'desc']], limit: 1 }))[0]

export const findCheckpoint = (db: Db, size: number): Promise<AuditCheckpoint | undefined> => findById(db, auditCheckpoints, numbered(size))

/** The leaves of these entries; an entry without one waits for the next patrol. */
export const leavesOf = (db: Db, entryIds: string[]): Promise<AuditLeaf[]> => findIn(db, auditLeaves, 'entryId', entryIds)

/** The newest leaves of a household, newest first. */
export const leavesOfHousehold = (db: Db, householdId: string, limit = pageLimit): Promise<AuditLeaf[]> =>
  find(db, auditLeaves, { householdId }, { order: [['n', 'desc']], limit })

/** The last leaf of each household that has one; at most a thousand households. */
export async function lastLeaves(db: Db, householdIds: string[]): Promise<AuditLeaf[]> {
  const last = await aggregate<{ last: string }>(db, auditLeaves, [
    { $match: { householdId: { $in: householdIds } } },
    { $group: { _id: '$householdId', last: { $max: '$_id' } } },
    { $limit: pageLimit },
  ])
  return findIn(
    db,
    auditLeaves,
    '_id',
    last.map(({ last }) => last),
  )
}

/** Later than any time in the log. */
export const endOfTime = '9999'

/** How far behind its newest time a log may still grow: longer than a request takes, and than the clocks of machines differ. */
const lookBackMs = 2 * 60_000
export const lookBack = (upTo: string): string => (upTo === '' ? '' : new Date(Date.parse(upTo) - lookBackMs).toISOString())

/** A page of the audit log in its order (time, then id): what comes after a time, or after one entry, up to a time. */
export function auditPage(db: Db, after: { at: string; _id?: string }, upTo: string): Promise<AuditRecord[]> {
  const later = { at: { $gt: after.at, $lte: upTo } }
  const rest = { at: { $gte: after.at, $lte: upTo }, $or: [{ at: { $gt: after.at } }, { _id: { $gt: after._id } }] }
  return find(db, audit, after._id === undefined ? later : rest, {
    order: [
      ['at', 'asc'],
      ['_id', 'asc'],
    ],
  })
}

export const leafPage = (db: Db, after: string): Promise<AuditLeaf[]> =>
  find(db, auditLeaves, { _id: { $gt: after } }, { order: [['_id', 'asc']] })

export const checkpointPage = (db: Db, after: string): Promise<AuditCheckpoint[]> =>
  find(db, auditCheckpoints, { _id: { $gt: after } }, { order: [['_id', 'asc']] })

export const addLeaves = (db: Db, leaves: AuditLeaf[]): Promise<void> => insertMany(db, auditLeaves, leaves)

/** Takes away what a patrol wrote that was killed before its checkpoint: no word was given on it. */
export const dropLeavesAfter = (db: Db, size: number): Promise<number> => remove(db, auditLeaves, { _id: { $gt: numbered(size) } })

export const addCheckpoint = (db: Db, checkpoint: AuditCheckpoint): Promise<void> => insert(db, auditCheckpoints, checkpoint)
