import { batchStates, isAtBank } from '#domain/work/batches'
import { addMonths, monthOf, type Day } from '#domain/time/dates'
import type { AtWork } from '#kernel/jobs/kind'
import { count, find, findEach, findIn } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { batches } from '#store/money/batches'
import { askAgain, askFor, jobs, type Job } from '#store/work/jobs'
import { answersJob, type Answering } from './answers/job'
import { workId } from './work'

/** So long after its month what comes late is still brought to a batch that is closed. */
const lateMonths = 12

/**
 * Asks that batches the bank has, or could have, be brought to what receipts and plans say by now: whenever a file was taken in or taken
 * back, or a batch was handed over. Where nothing has come nothing is looked at; what failed is tried once more a day. One that looks
 * already and began before looks once more when it has ended, at the next call.
 */
export async function tendBatches({ db, moment }: Pick<AtWork, 'db' | 'moment'>): Promise<void> {
  const watched = ['frozen', ...batchStates.filter(isAtBank)]
  const since = addMonths(monthOf(moment.today), -lateMonths)
  const found = await findEach(db, batches, { month: { $gte: since }, state: { $in: watched } }, ['state'])
  if (found.length === 0) return
  const [[last], undone] = await Promise.all([
    find(db, imports, { ended: { $gt: '' } }, { order: [['ended', 'desc']], limit: 1, fields: ['ended'] }),
    count(db, imports, { status: 'undone' }),
  ])
  const handedOver = found.filter(({ state }) => isAtBank(state)).length
  const known = new Map(
    (
      await findIn(
        db,
        jobs,
        '_id',
        found.map(({ _id }) => workId(_id, 'answers')),
        ['state', 'input', 'askedAt'],
      )
    ).map((job) => [job._id, job]),
  )
  for (const { _id: batchId, state } of found) {
    const input = { batchId, seen: [last?.ended ?? '', undone, state, handedOver].join('/') } satisfies Answering
    const asked = { _id: workId(batchId, 'answers'), input, askedAt: moment.iso }
    const job = known.get(asked._id)
    if (!job) await askFor(db, { ...asked, kind: answersJob.kind })
    else if (job.state !== 'waiting' && (job.input.seen !== input.seen || isToBeTriedAgain(job, moment.today))) await askAgain(db, asked)
  }
}

const isToBeTriedAgain = ({ state, askedAt }: Pick<Job, 'state' | 'askedAt'>, today: Day): boolean =>
  state === 'failed' && askedAt.slice(0, 10) < today
