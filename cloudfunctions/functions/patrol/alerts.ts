import type { patrol } from '#contract/patrol/actions'
import { patrolling } from '#affairs/alerts/patrolling'
import { tendBatches } from '#affairs/batches/tend'
import { tendCases } from '#affairs/cases/tend'
import type { Action } from '#kernel/call/on'
import { workOn } from '#kernel/jobs/work'
import { count } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { sourceDecisionEvents } from '#store/people/source-decisions'
import { askAnew } from './ask-anew'

/** So long a call works, in ms: well within a function's time. */
const workMs = 12_000

/** Looks for alerts, or goes on with it: once a day, and again when files were taken in, or somebody decided between them, since. */
export const alerts: Action<typeof patrol.alerts> = async (_, on) => {
  await tendCases(on)
  await tendBatches(on)
  const [taken, decided] = await Promise.all([count(on.db, imports, { status: 'done' }), count(on.db, sourceDecisionEvents, {})])
  await askAnew(on, patrolling, { day: on.moment.today, imports: taken, decided })
  const last = await workOn([patrolling], { until: Date.now() + workMs }, patrolling.kind)
  return { worked: last !== undefined, more: last?.state === 'waiting' && last.failures === 0 }
}
