import type { BatchState } from '#domain/work/batches'
import type { LineState } from '#domain/work/batch-lines'
import type { Db } from '../db/collection'
import { aggregate, find, findById } from '../db/read'
import { inTransaction, type Transaction } from '../db/transaction'
import { inParts, inTurns } from '../db/turns'
import { batches, batchEvents, batchLines, type Batch, type BatchEvent, type BatchLine } from './batches'

/** What changes a batch or a line: the document as it becomes and what was done, together or not at all. */

export const findBatch = (db: Db, id: string): Promise<Batch | undefined> => findById(db, batches, id)
export const findLine = (db: Db, id: string): Promise<BatchLine | undefined> => findById(db, batchLines, id)

/** What people did with the batch as a whole, the first first. */
export const batchHistory = (db: Db, batchId: string): Promise<BatchEvent[]> =>
  find(db, batchEvents, { batchId, lineId: null }, { order: [['at', 'asc']] })
export const lineHistory = (db: Db, lineId: string): Promise<BatchEvent[]> => find(db, batchEvents, { lineId }, { order: [['n', 'asc']] })

/** Who ever decided of a line of this batch that it is paid all the same. */
export async function whoLetPass(db: Db, batchId: string): Promise<string[]> {
  const found = await aggregate<{ _id: string }>(db, batchEvents, [{ $match: { batchId, act: 'pay' } }, { $group: { _id: '$by.staffId' } }])
  return found.map(({ _id }) => _id)
}

/** An event without what follows from the document. */
export type NewBatchEvent = Pick<BatchEvent, 'at' | 'by' | 'amountFen' | 'wordsSealed'> & { act: BatchEvent['act'] }

/** What else is written with it, if anything. */
type Beside = (transaction: Transaction) => Promise<void>

/** A new batch with its first event; false where there is one with this id. */
export const insertBatch = (db: Db, batch: Omit<Batch, 'turn'>, event: NewBatchEvent, beside: Beside): Promise<boolean> =>
  inTransaction(db, async (transaction) => {
    if (await transaction.get(batches, batch._id)) return false
    await beside(transaction)
    await writeBatch(transaction, null, { ...batch, turn: 0 }, event)
    return true
  })

/** The batch as it becomes and its event, while it still is as it was read; nothing if somebody else was first. */
export const changeBatch = (
  db: Db,
  read: Pick<Batch, '_id' | 'turn'>,
  change: Partial<Batch>,
  event: NewBatchEvent,
  beside?: Beside,
): Promise<Batch | undefined> =>
  inTransaction(db, async (transaction) => {
    const now = await transaction.get(batches, read._id)
    if (now?.turn !== read.turn) return undefined
    await beside?.(transaction)
    return writeBatch(transaction, now.state, { ...now, ...change }, event)
  })

async function writeBatch(transaction: Transaction, from: BatchState | null, batch: Batch, event: NewBatchEvent): Promise<Batch> {
  const written = { ...batch, turn: batch.turn + 1 }
  await transaction.set(batches, written)
  await transaction.add(batchEvents, {
    ...event,
    ...{ _id: eventId(batch._id, written.turn), batchId: batch._id, lineId: null, n: written.turn, from, to: batch.state },
  })
  return written
}

/** The same of one line. */
export const changeLine = (
  db: Db,
  read: Pick<BatchLine, '_id' | 'turn'>,
  change: Partial<BatchLine>,
  event: NewBatchEvent,
  beside?: (transaction: Transaction, becomes: BatchLine) => Promise<void>,
): Promise<BatchLine | undefined> =>
  inTransaction(db, async (transaction) => {
    const now = await transaction.get(batchLines, read._id)
    if (now?.turn !== read.turn) return undefined
    const becomes = { ...now, ...change }
    await beside?.(transaction, becomes)
    return writeLine(transaction, now.state, becomes, event)
  })

/** What becomes of one line of many. */
export interface LineBecomes {
  read: Pick<BatchLine, '_id' | 'turn'>
  change: Partial<BatchLine>
  event: NewBatchEvent
}

/** So many lines change in one transaction: it has seconds to spare, and who waits for one of them does not notice. */
const linesTogether = 20

/** The same of many lines that have nothing to do with each other: what somebody else was first with is left as it is. */
export const changeLines = (db: Db, lines: readonly LineBecomes[]): Promise<void> =>
  inTurns(inParts(lines, linesTogether), 4, (part) =>
    inTransaction(db, async (transaction) => {
      for (const { read, change, event } of part) {
        const now = await transaction.get(batchLines, read._id)
        if (now?.turn === read.turn) await writeLine(transaction, now.state, { ...now, ...change }, event)
      }
    }),
  )

/** A line and its event, within a transaction that has read it. */
export async function writeLine(transaction: Transaction, from: LineState, line: BatchLine, event: NewBatchEvent): Promise<BatchLine> {
  const written = { ...line, turn: line.turn + 1 }
  await transaction.set(batchLines, written)
  await transaction.add(batchEvents, {
    ...event,
    ...{ _id: eventId(line._id, written.turn), batchId: line.batchId, lineId: line._id, n: written.turn, from, to: line.state },
  })
  return written
}

const eventId = (id: string, n: number): string => `${id}/${String(n).padStart(5, '0')}`
