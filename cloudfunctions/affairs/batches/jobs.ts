import type { Environment } from '#kernel/call/environment'
import type { KindOfJob } from '#kernel/jobs/kind'
import { workOn } from '#kernel/jobs/work'
import { findBatch } from '#store/money/batch-acts'
import type { Batch } from '#store/money/batches'
import { answersJob } from './answers/job'
import { draftJob } from './draft/job'
import { fileJob } from './file/job'
import { freezeJob, thawJob } from './frozen/freeze-job'
import { handOverJob } from './frozen/hand-over-job'
import { releaseJob } from './release-job'
import { workOf } from './work'

/** All kinds of long work beside batches. */
export const batchJobs: readonly KindOfJob[] = [draftJob, freezeJob, thawJob, handOverJob, releaseJob, fileJob, answersJob]

/** So long a call works, in ms: a small batch is done at once, and the bar of a large one moves. */
const workMs = 2_000

/** Goes on with what waits beside a batch, for a while. Gives the batch as it then is. */
export async function workOnBatch({ db }: Pick<Environment, 'db'>, batch: Batch): Promise<Batch> {
  const until = Date.now() + workMs
  for (const { _id, state } of (await workOf(db, batch._id)).values()) if (state === 'waiting') await workOn(batchJobs, { until }, _id)
  return (await findBatch(db, batch._id)) ?? batch
}
