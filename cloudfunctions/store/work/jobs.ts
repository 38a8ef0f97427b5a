import { collection, index, type Db, type Filter } from '../db/collection'
import { find, findById } from '../db/read'
import { insert, updateOne } from '../db/write'

/**
 * Work that outlives one request, in chunks. `waiting` is also one that a worker has in hand: its lease says so. What a job works on
 * and has found so far is small and holds nobody's data; that lies in collections of its own.
 */
export interface Job {
  /** Whoever asks for the same work twice gives it the same id, and it is one job. */
  _id: string
  kind: string
  input: Record<string, unknown>
  state: JobState
  /** Where the next chunk begins; null before the first. */
  cursor: Record<string, unknown> | null
  /** How many of how many; null while nobody knows. */
  progress: { done: number; of: number | null }
  /** What came of it. */
  result: unknown
  /** Chinese, for whoever asked: why it failed, what to do. */
  fault: string | null
  askedAt: string
  /** Somebody wants it to end; it does between two chunks, if it still can. */
  cancelAskedAt: string | null
  /** Who has it in hand, until when unless they say more: afterwards anybody may take it. */
  lease: { holder: string; until: string } | null
  /** Chunks saved. A worker saves only over the turn that it read. */
  turn: number
  /** How often the chunk at hand failed. */
  failures: number
  /** How often it was taken in hand since anything was last saved: by workers that died, or are at it. */
  takes: number
}
type JobState = 'waiting' | 'done' | 'failed' | 'cancelled'

export const jobs = collection<Job>('jobs', [index('state', 'askedAt')])

export const findJob = (db: Db, id: string): Promise<Job | undefined> => findById(db, jobs, id)

type Asked = Pick<Job, '_id' | 'kind' | 'input' | 'askedAt'>

/** Work that nobody has begun: for a transaction that asks for it together with what makes it necessary. */
export const newJob = ({ _id, kind, input, askedAt }: Asked): Job => ({
  ...{ _id, kind, input, askedAt, state: 'waiting', cursor: null, progress: { done: 0, of: null }, result: null, fault: null },
  ...{ cancelAskedAt: null, lease: null, turn: 0, failures: 0, takes: 0 },
})

/** Asks for work; if it was asked for before, gives that. */
export async function askFor(db: Db, asked: Asked): Promise<Job> {
  const { _id } = asked
  const job = newJob(asked)
  try {
    await insert(db, jobs, job)
    return job
  } catch (error) {
    if ((error as { code?: string }).code !== 'DATABASE_DUPLICATE_WRITE') throw error
    return (await findJob(db, _id))!
  }
}

/** Begins anew what has ended, whatever way. Nothing if it is under way. */
export const askAgain = (db: Db, { _id, input, askedAt }: Pick<Job, '_id' | 'input' | 'askedAt'>): Promise<Job | undefined> =>
  updateOne(
    db,
    jobs,
    { _id, state: { $ne: 'waiting' } },
    {
      $set: {
        ...{ state: 'waiting', input, askedAt, cursor: null, progress: { done: 0, of: null } },
        ...{ result: null, fault: null, cancelAskedAt: null, failures: 0, takes: 0 },
      },
    },
  )

export const askToCancel = (db: Db, id: string, at: string): Promise<Job | undefined> =>
  updateOne(db, jobs, { _id: id, state: 'waiting', cancelAskedAt: null }, { $set: { cancelAskedAt: at } })

/** Takes the oldest job of these kinds that nobody has in hand, or the one named. Of two workers at once one gets it. */
export async function takeJob(
  db: Db,
  kinds: string[],
  lease: { holder: string; until: string },
  now: string,
  id?: string,
): Promise<Job | undefined> {
  const free: Filter = { kind: { $in: kinds }, state: 'waiting', $or: [{ lease: null }, { 'lease.until': { $lte: now } }] }
  const waiting = await find(db, jobs, id === undefined ? free : { ...free, _id: id }, {
    order: [['askedAt', 'asc']],
    limit: 20,
    fields: ['_id'],
  })
  for (const { _id } of waiting) {
    const taken = await updateOne(db, jobs, { ...free, _id }, { $set: { lease }, $inc: { takes: 1 } })
    if (taken) return taken
  }
  return undefined
}

/** Holds on for longer. Nothing if somebody else has it now. */
export const keepJob = (db: Db, { _id, lease }: Job, until: string): Promise<Job | undefined> =>
  updateOne(db, jobs, { _id, 'lease.holder': lease!.holder }, { $set: { 'lease.until': until } })

/** Saves what a chunk came to, over the turn that was read and only by whoever still has it in hand; nothing otherwise. */
export const saveTurn = (
  db: Db,
  { _id, lease, turn }: Job,
  change: Partial<Omit<Job, '_id' | 'turn' | 'takes'>>,
): Promise<Job | undefined> =>
  updateOne(db, jobs, { _id, turn, 'lease.holder': lease!.holder }, { $set: { ...change, takes: 0 }, $inc: { turn: 1 } })

/** Of one kind, the newest first. */
export const jobsOfKind = (db: Db, kind: string, filter: Filter, limit: number): Promise<Job[]> =>
  find(db, jobs, { kind, ...filter }, { order: [['askedAt', 'desc']], limit })
