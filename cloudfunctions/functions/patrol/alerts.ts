import type { patrol } from '#contract/patrol/actions'
import { patrolling } from '#affairs/alerts/patrolling'
import { tendBatches } from '#affairs/batches/tend'
import { tendCases } from '#affairs/cases/tend'
import type { Action, On } from '#kernel/call/on'
import { workOn } from '#kernel/jobs/work'
import { count } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { sourceDecisionEvents } from '#store/people/source-decisions'
import { askAgain, askFor, findJob } from '#store/work/jobs'

/** So long a call works, in ms: well within a function's time. */
const workMs = 12_000
/** One job, begun anew each day. */
const jobId = 'alerts'

/** Looks for alerts, or goes on with it: once a day, and again when files were taken in, or somebody decided between them, since. */
export const alerts: Action<typeof patrol.alerts> = async (_, on) => {
  await tendCases(on)
  await tendBatches(on)
  await askAnew(on)
  const last = await workOn([patrolling], { until: Date.now() + workMs }, jobId)
  return { worked: last !== undefined, more: last?.state === 'waiting' && last.failures === 0 }
}

/** What makes it begin anew: another day, other files, something decided between them. */
const names = ['day', 'imports', 'decided'] as const

async function askAnew({ db, moment }: On): Promise<void> {
  const [job, taken, decided] = await Promise.all([
    findJob(db, jobId),
    count(db, imports, { status: 'done' }),
    count(db, sourceDecisionEvents, {}),
  ])
  const input = { day: moment.today, imports: taken, decided }
  const ask = { _id: jobId, kind: patrolling.kind, input, askedAt: moment.iso }
  if (!job) await askFor(db, ask)
  else if (job.state !== 'waiting' && names.some((name) => job.input[name] !== input[name])) await askAgain(db, ask)
}
