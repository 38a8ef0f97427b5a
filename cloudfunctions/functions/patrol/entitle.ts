import type { patrol } from '#contract/patrol/actions'
import { entitling } from '#affairs/entitlements/entitle'
import type { Action } from '#kernel/call/on'
import type { KindOfJob } from '#kernel/jobs/kind'
import { workOn } from '#kernel/jobs/work'
import { count } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { events } from '#store/people/register'
import { sourceDecisionEvents } from '#store/people/source-decisions'
import { askAnew } from './ask-anew'

/** So long a call works, in ms: well within a function's time. */
const workMs = 12_000

/** Works out what everybody is due, or goes on with it: once a day, and again when files were taken in or anything was decided since. */
export const entitle: Action<typeof patrol.entitle> = async (_, on) => {
  const [taken, between, decided] = await Promise.all([
    count(on.db, imports, { status: 'done' }),
    count(on.db, sourceDecisionEvents, {}),
    count(on.db, events, { caseId: { $gt: '' } }),
  ])
  await askAnew(on, entitling, { day: on.moment.today, imports: taken, between, decided })
  const last = await workOn([entitling as KindOfJob], { until: Date.now() + workMs }, entitling.kind)
  return { worked: last !== undefined, more: last?.state === 'waiting' && last.failures === 0 }
}
