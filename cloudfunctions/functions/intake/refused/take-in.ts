import { importing } from '#affairs/intake/job'
import { workOn } from '#kernel/jobs/work'
import { environment } from '#kernel/call/environment'
import { now } from '#kernel/call/clock'
import { resumeMends } from '#affairs/intake/mending/read-again'
import { count } from '#store/db/read'
import { quarantine } from '#store/intake/quarantine'
import { findJob } from '#store/work/jobs'

/** So long an answer waits for mended rows to be in, in ms; a large file goes on as a job. */
const patienceMs = 5_000

/** Works on a file that is read once more until what was mended of it is in; false: it goes on by itself. */
export async function takeIn(importId: string): Promise<boolean> {
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    const { db } = environment()
    await workOn([importing], { until }, importId)
    if ((await findJob(db, importId))?.state === 'waiting') return false
    if ((await count(db, quarantine, { importId, state: { $in: ['given', 'entering'] } })) === 0) return true
    await resumeMends({ db, moment: now() })
  }
  return false
}
