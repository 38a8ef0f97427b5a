import { normOn } from '#domain/county/parameters'
import type { Month } from '#domain/time/dates'
import { monthOf } from '#domain/time/dates'
import type { AtWork } from '#kernel/jobs/kind'
import { count, findEach } from '#store/db/read'
import { fileSources, imports } from '#store/intake/intake'
import { batches } from '#store/money/batches'
import { askAgain, askFor, findJob, type Job } from '#store/work/jobs'
import { reconciling } from './reconciling'

type On = Pick<AtWork, 'db' | 'county' | 'moment'>

/** One job a month, begun anew whenever there is something new. */
export const reconcileJob = (month: Month): string => `reconcile/${month}`

/**
 * Asks that the last months be reconciled that have plans or batches, and this one: each of them where another day has begun, files were
 * taken in or something was done with one of its batches since it was.
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
  for (const month of newest) {
    const turns = all.filter((batch) => batch.month === month).reduce((sum, { turn }) => sum + turn, 0)
    await askReconcile(on, month, { day: moment.today, imports: taken, turns })
  }
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
