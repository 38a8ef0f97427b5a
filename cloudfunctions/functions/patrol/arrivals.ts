import type { patrol } from '#contract/patrol/actions'
import { telling, type Told } from '#affairs/arrivals/telling'
import { countyTime, hoursAfter } from '#kernel/call/clock'
import type { Action } from '#kernel/call/on'
import type { KindOfJob } from '#kernel/jobs/kind'
import { workOn } from '#kernel/jobs/work'
import { askAgain, askFor, findJob } from '#store/work/jobs'

/** So long a call works, in ms: well within a function's time. */
const workMs = 12_000
/** One job, begun anew so often, in hours: what failed is tried again no sooner. */
const jobId = 'arrivals'
const everyHours = 1

/** Tells by WeChat and Alipay that money has come, in the county's hours; where it has no templates there is nothing to do. */
export const arrivals: Action<typeof patrol.arrivals> = async (_, on) => {
  const { db, county, moment } = on
  const texts = county.texts.arrivals
  if (!texts) return { more: false }
  const job = await findJob(db, jobId)
  const [from, until] = texts.hours
  const { hour } = countyTime(moment.iso)
  const isDue = (!job || (job.state !== 'waiting' && job.askedAt <= hoursAfter(moment, -everyHours))) && hour >= from && hour < until
  const ask = { _id: jobId, kind: telling.kind, input: {}, askedAt: moment.iso }
  if (isDue) await (job ? askAgain(db, ask) : askFor(db, ask))
  else if (job?.state !== 'waiting') return { more: false }
  const last = await workOn([telling as KindOfJob], { until: Date.now() + workMs }, jobId)
  return {
    more: last?.state === 'waiting' && last.failures === 0,
    ...(last?.state === 'done' && { told: last.result as Told }),
  }
}
