import type { Fen } from '#domain/money/money'
import type { Day, Month } from '#domain/time/dates'
import type { CallAnswer, CallState, SampleQuestion } from '#domain/work/callbacks'
import { collection, index, type Db } from '../db/collection'
import { aggregate, find, findById, findEach } from '../db/read'
import { inTransaction } from '../db/transaction'
import { writeWord, type NewWord } from './confirmations'
import { insertMany, insertNew, updateOne } from '../db/write'

/** Who of a batch is asked 抽样回访: drawn once and kept. Its id is the batch's: there is no second drawing. */
export interface Sample {
  _id: string
  question: SampleQuestion
  /** Credited lines of the batch when it was drawn. */
  population: number
  ask: number
  /** The lines in the order in which they are asked; those behind `ask` are the reserve. */
  lineIds: string[]
  /** What the order follows from, as hex: line by line SM3 of it and the line's id, the smallest first. */
  seed: string
  /** Place in the order, from 0, of the next of the reserve. */
  next: number
  /** Its calls are written. */
  ready: boolean
  drawnBy: { staffId: string; name: string; agency: string }
  drawnOn: Day
}
export const samples = collection<Sample>('callback_samples')

/** One line to ask about. */
export interface Callback {
  /** Batch and place in the order. */
  _id: string
  batchId: string
  n: number
  lineId: string
  paymentId: string | null
  claim: string
  programme: string
  period: string
  month: Month
  amountFen: Fen
  personId: string
  householdId: string | null
  townCode: string
  villageCode: string
  state: CallState
  answer: CallAnswer | null
  /** Every try, the last with the answer: who heard what, when. */
  tries: { at: string; on: Day; staffId: string; name: string; answer: CallAnswer }[]
  turn: number
}
export const callbacks = collection<Callback>('callbacks', [
  index('batchId', 'state'),
  index('villageCode', 'state', '_id'),
  index('personId'),
])

export const callbackId = (batchId: string, n: number): string => `${batchId}/${String(n).padStart(5, '0')}`

export const findSample = (db: Db, batchId: string): Promise<Sample | undefined> => findById(db, samples, batchId)

/** Keeps a drawing unless there is one; the one that holds. */
export const keepSample = async (db: Db, sample: Sample): Promise<Sample> =>
  (await insertNew(db, samples, sample)) ? sample : (await findSample(db, sample._id))!

/**
 * Writes those of its calls that are not there yet (an earlier try may have been cut off), and says that they are. Nothing where somebody
 * else is writing them at this moment.
 */
export async function writeCalls(db: Db, { _id }: Sample, calls: readonly Callback[]): Promise<Sample | undefined> {
  const there = new Set((await findEach(db, callbacks, { batchId: _id }, ['_id'])).map((one) => one._id))
  try {
    await insertMany(
      db,
      callbacks,
      calls.filter((one) => !there.has(one._id)),
    )
  } catch (error) {
    if ((error as { code?: string }).code !== 'DATABASE_DUPLICATE_WRITE') throw error
    return undefined
  }
  return updateOne(db, samples, { _id }, { $set: { ready: true } })
}

export const findCallback = (db: Db, id: string): Promise<Callback | undefined> => findById(db, callbacks, id)

/** Those that wait in these villages, batch by batch in their order. */
export const callsWaiting = (db: Db, villages: readonly string[], limit: number): Promise<Callback[]> =>
  find(db, callbacks, { villageCode: { $in: [...villages] }, state: 'waiting' }, { order: [['_id', 'asc']], limit })

/**
 * What was heard, with the word that it is; where it was no answer for good the next of the reserve is called up; in one. Nothing where
 * somebody wrote it down, or said something of that money, meanwhile.
 */
export const changeCallback = (
  db: Db,
  read: Callback,
  change: Pick<Callback, 'state' | 'answer' | 'tries'>,
  word?: NewWord,
): Promise<Callback | undefined> =>
  inTransaction(db, async (transaction) => {
    const now = await transaction.get(callbacks, read._id)
    if (now?.turn !== read.turn || (word && !(await writeWord(transaction, word)))) return undefined
    const written = { ...now, ...change, turn: now.turn + 1 }
    await transaction.set(callbacks, written)
    if (change.state === 'replaced') {
      const sample = await transaction.get(samples, read.batchId)
      const next = sample && (await transaction.get(callbacks, callbackId(read.batchId, sample.next)))
      if (next) {
        await transaction.set(callbacks, { ...next, state: 'waiting', turn: next.turn + 1 })
        await transaction.set(samples, { ...sample, next: sample.next + 1 })
      }
    }
    return written
  })

/** How many of a sample stand how, by programme and town. */
export interface CountedCalls {
  programme: string
  townCode: string
  state: CallState
  answer: CallAnswer | null
  count: number
}
export async function countCalls(db: Db, batchId: string): Promise<CountedCalls[]> {
  const groups = await aggregate<{ _id: Omit<CountedCalls, 'count'>; count: number }>(db, callbacks, [
    { $match: { batchId } },
    { $group: { _id: { programme: '$programme', townCode: '$townCode', state: '$state', answer: '$answer' }, count: { $sum: 1 } } },
  ])
  return groups.map(({ _id, count }) => ({ ..._id, count }))
}
