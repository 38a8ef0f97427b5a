import type { intake } from '#contract/intake/actions'
import { batchJobs } from '#affairs/batches/jobs'
import { importing } from '#affairs/intake/job'
import { ownFile } from '#affairs/intake/directing/whose'
import { looking } from '#affairs/intake/looking/look'
import { resumeMends } from '#affairs/intake/mending/read-again'
import { undoing } from '#affairs/intake/undoing/undo'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import { workOn } from '#kernel/jobs/work'
import { askToCancel, findJob, type Job } from '#store/work/jobs'
import { presentImport } from './present-import'

/** So long a call works, in ms: well within a function's time. */
const workMs = 12_000

/** Goes on with whatever waits. Called from time to time, and again at once while there is `more`. */
export const work: Action<typeof intake.work> = async (_, on) => {
  await resumeMends(on)
  const last = await workOn([importing, undoing, looking, ...batchJobs], { until: Date.now() + workMs })
  return { worked: last !== undefined, more: last?.state === 'waiting' && last.failures === 0 }
}

/** How far an import is. */
export const progress: Action<typeof intake.progress> = async ({ sha256 }, on) => {
  const job = await findImport(on, sha256)
  // Its result quotes rows: that is told, and on record.
  await ownFile(on, sha256, { action: 'intake.progress', told: job.state !== 'waiting' })
  return presentImport(on, sha256, { job })
}

/** Ends an import of which nothing is written yet. */
export const cancel: Action<typeof intake.cancel> = async ({ sha256 }, on) => {
  await ownFile(on, sha256, { action: 'intake.cancel', told: false })
  const job = await findImport(on, sha256)
  if (job.state !== 'waiting') throw refusals.badInput('这一次导入已经结束了，没有可以取消的。')
  if (!importing.mayCancel(job as never)) throw refusals.badInput('已经开始写入，停在一半会少数据，所以不能取消。请等它做完。')
  await askToCancel(on.db, sha256, on.moment.iso)
  const worked = await workOn([importing], { until: Date.now() + workMs }, sha256)
  return presentImport(on, sha256, { job: worked ?? (await findImport(on, sha256)) })
}

async function findImport({ db }: On, sha256: string): Promise<Job> {
  const job = await findJob(db, sha256)
  if (job?.kind !== importing.kind) throw refusals.notFound('没有这一次导入，或者它早就做完了。')
  return job
}
