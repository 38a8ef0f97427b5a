import { collection, index, unique, type Db } from '../db/collection'
import { find, pages } from '../db/read'
import { insert, insertMany, remove } from '../db/write'
import { numbered } from './checkpoints'

/** A line of the register's balance, as it is published. `_id` is its number, from 1, twelve digits. */
export interface BalanceLeaf {
  _id: string
  /** See kernel/record/balance: what came or was taken back, of which kind, in which month, under whose commitment. */
  line: string
  /** The event that it is about; it is not published. */
  eventId: string
}
export const balanceLeaves = collection<BalanceLeaf>('balance_leaves', [index('eventId')])

/** A signed word on the first `size` lines. `_id` is the size, twelve digits. */
export interface BalanceCheckpoint {
  _id: string
  size: number
  /** The size at the one before it, 0 for the first. Unique: the log cannot fork. */
  previous: number
  note: string
}
export const balanceCheckpoints = collection<BalanceCheckpoint>('balance_checkpoints', [unique('previous')])

export const latestBalance = async (db: Db): Promise<BalanceCheckpoint | undefined> =>
  (await find(db, balanceCheckpoints, {}, { order: [['_id', 'desc']], limit: 1 }))[0]

/** The lines up to a size, page after page. */
export const balanceLines = (db: Db, size: number) => pages(db, balanceLeaves, { _id: { $lte: numbered(size) } })

/** At most `limit` lines behind a number, up to a size. */
export const linesBehind = (db: Db, after: number, size: number, limit: number): Promise<BalanceLeaf[]> =>
  find(db, balanceLeaves, { _id: { $gt: numbered(after), $lte: numbered(size) } }, { order: [['_id', 'asc']], limit })

/** Takes away what somebody wrote who was killed before the checkpoint: no word was given on it. */
export const dropLinesAfter = (db: Db, size: number): Promise<number> => remove(db, balanceLeaves, { _id: { $gt: numbered(size) } })

export async function addLines(db: Db, leaves: BalanceLeaf[], checkpoint: Omit<BalanceCheckpoint, '_id'>): Promise<void> {
  await insertMany(db, balanceLeaves, leaves)
  await insert(db, balanceCheckpoints, { _id: numbered(checkpoint.size), ...checkpoint })
}
