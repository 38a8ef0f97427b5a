import { batchStates, isAtBank } from '#domain/work/batches'
import { addMonths, monthOf } from '#domain/time/dates'
import type { AtWork } from '#kernel/jobs/kind'
import { count, find, findEach } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { batches } from '#store/money/batches'
import { askAgain, askFor, findJob } from '#store/work/jobs'
import { answersJob, type Answering } from './answers/job'
import { workId } from './work'

/** So long after its month what comes late is still brought to a batch that is closed. */
const lateMonths = 12

/**
 * Asks that batches the bank has, or could have, be brought to what receipts and plans say by now: whenever a file was taken in, and daily.
 * One that looks already and began before looks once more when it has ended, at the next call.
 */
export async function tendBatches({ db, moment }: Pick<AtWork, 'db' | 'moment'>): Promise<void> {
  const watched = ['frozen', ...batchStates.filter(isAtBank)]
  const since = addMonths(monthOf(moment.today), -lateMonths)
  const found = await findEach(db, batches, { month: { $gte: since }, state: { $in: watched } }, ['open', 'state'])
  if (found.length === 0) return
  const [[last], undone] = await Promise.all([
    find(db, imports, { ended: { $gt: '' } }, { order: [['ended', 'desc']], limit: 1, fields: ['ended'] }),
    count(db, imports, { status: 'undone' }),
  ])
  for (const { _id: batchId, open, state } of found) {
    const input = { batchId, seen: [last?.ended ?? '', undone, state, open ? moment.today : ''].join('/') } satisfies Answering
    const asked = { _id: workId(batchId, 'answers'), input, askedAt: moment.iso }
    const job = await findJob(db, asked._id)
    if (!job) await askFor(db, { ...asked, kind: answersJob.kind })
    else if (job.state !== 'waiting' && job.input.seen !== input.seen) await askAgain(db, asked)
  }
}
