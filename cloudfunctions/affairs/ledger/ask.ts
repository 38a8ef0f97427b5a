import type { Month } from '#domain/time/dates'
import type { Moment } from '#kernel/call/clock'
import type { Db } from '#store/db/collection'
import { askAgain, askFor, findJob, type Job } from '#store/work/jobs'
import { reconciling } from './reconciling'

/** One job a month, begun anew whenever there is something new. */
export const reconcileJob = (month: Month): string => `reconcile/${month}`

/** Why a month is to be reconciled anew: another day, other files, something done with batches, said or computed since. */
export type Since = Record<string, string | number>

/** Asks that a month be reconciled, unless nothing has come since it was, or it is under way. */
export async function askReconcile(db: Db, month: Month, since: Since, { iso }: Moment): Promise<void> {
  const ask: Pick<Job, '_id' | 'kind' | 'input' | 'askedAt'> = {
    ...{ _id: reconcileJob(month), kind: reconciling.kind, input: { month, ...since }, askedAt: iso },
  }
  const job = await findJob(db, ask._id)
  if (!job) await askFor(db, ask)
  else if (job.state !== 'waiting' && Object.entries(since).some(([name, value]) => job.input[name] !== value)) await askAgain(db, ask)
}
