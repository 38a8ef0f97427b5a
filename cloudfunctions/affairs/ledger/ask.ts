import { normOn } from '#domain/county/parameters'
import type { Month } from '#domain/time/dates'
import { monthOf } from '#domain/time/dates'
import type { AtWork } from '#kernel/jobs/kind'
import { count, findEach } from '#store/db/read'
import { fileSources, imports } from '#store/intake/intake'
import { batches, batchEvents, type Batch } from '#store/money/batches'
import { confirmations } from '#store/money/confirmations'
import { askAgain, askFor, findJob, type Job } from '#store/work/jobs'
import { entitling } from '../entitlements/entitle'
import { reconciling } from './reconciling'

type On = Pick<AtWork, 'db' | 'county' | 'moment'>

/** One job a month, begun anew whenever there is something new. */
export const reconcileJob = (month: Month): string => `reconcile/${month}`

/**
 * Asks that the last months be reconciled that have plans or batches, and this one: each of them where another day has begun, files were
 * taken in, dues worked out, something was done with one of its batches or said of its money since it was.
 */
export async function askForLedger(on: On): Promise<void> {
  const { db, county, moment } = on
  const [plans, all, taken] = await Promise.all([
    findEach(db, fileSources, { kind: 'payment-plan' }, ['rows']),
    findEach(db, batches, {}, ['month', 'turn']),
    count(db, imports, { status: 'done' }),
  ])
  const months = [monthOf(moment.today), ...plans.flatMap(({ rows }) => Object.keys(rows) as Month[]), ...all.map(({ month }) => month)]
  const newest = [...new Set(months)].sort().slice(-normOn(county, 'alert-look-back-months', moment.today))
  for (const month of newest) await askReconcile(on, month, await knownOf(on, month, { batches: all, taken }))
}

/** Asks that one month be reconciled anew, where something came since it was: whoever looks at it is shown what stands now. */
export async function askIfStale(on: On, month: Month): Promise<void> {
  const [all, taken] = await Promise.all([
    findEach(on.db, batches, { month }, ['month', 'turn']),
    count(on.db, imports, { status: 'done' }),
  ])
  await askReconcile(on, month, await knownOf(on, month, { batches: all, taken }))
}

/** What a month's dues follow from besides rules, counted: another number says that something came. */
async function knownOf(
  { db, moment }: On,
  month: Month,
  { batches: all, taken }: { batches: readonly Pick<Batch, '_id' | 'month' | 'turn'>[]; taken: number },
): Promise<Record<string, string | number>> {
  const own = all.filter((batch) => batch.month === month)
  const [dues, acts, words] = await Promise.all([
    findJob(db, entitling.kind),
    own.length === 0 ? 0 : count(db, batchEvents, { batchId: { $in: own.map(({ _id }) => _id) } }),
    count(db, confirmations, { month }),
  ])
  // While dues are being worked out it is no news: when they are, it is.
  const worked: Record<string, number> = dues?.state === 'waiting' ? {} : { dues: dues?.turn ?? 0 }
  return { day: moment.today, imports: taken, ...worked, turns: own.reduce((sum, { turn }) => sum + turn, 0), acts, words }
}

/** Asks for one month, unless it is under way or was done with the same `since`. */
export async function askReconcile({ db, moment }: On, month: Month, since: Record<string, string | number>): Promise<void> {
  const ask: Pick<Job, '_id' | 'kind' | 'input' | 'askedAt'> = {
    ...{ _id: reconcileJob(month), kind: reconciling.kind, input: { month, ...since }, askedAt: moment.iso },
  }
  const job = await findJob(db, ask._id)
  if (!job) await askFor(db, ask)
  else if (job.state !== 'waiting' && Object.entries(since).some(([name, value]) => job.input[name] !== value)) await askAgain(db, ask)
}
