import type { intake } from '#contract/intake/actions'
import type { UndoProgress } from '#contract/intake/undoing'
import { ownFile } from '#affairs/intake/directing/whose'
import { beginUndo } from '#affairs/intake/undoing/begin-undo'
import { undoing, type Undone } from '#affairs/intake/undoing/undo'
import { refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { workOn } from '#kernel/jobs/work'
import { undoId } from '#store/intake/undoings'
import { findJob, type Job } from '#store/work/jobs'

/** So long an answer waits for a small import to be taken back, in ms. */
const patienceMs = 5_000

/** Takes a whole import back, as a job. */
export const undo: Action<typeof intake.undo> = async ({ sha256, reason }, on) => {
  const { by } = await ownFile(on, sha256, { action: 'intake.undo', reason })
  const job = await beginUndo(on, sha256, by, reason)
  return present(sha256, (await workOn([undoing], { until: Date.now() + patienceMs }, job._id)) ?? job)
}

export const undoProgress: Action<typeof intake.undoProgress> = async ({ sha256 }, on) => {
  await ownFile(on, sha256, { action: 'intake.undoProgress', told: false })
  const job = await findJob(on.db, undoId(sha256))
  if (!job) throw refusals.notFound('没有撤销过这一次导入，或者是很久以前的事了。')
  return present(sha256, job)
}

const present = (sha256: string, { state, progress: { done, of }, fault, result }: Job): UndoProgress => ({
  ...{ sha256, state, done, of },
  ...(fault && { fault }),
  ...(state === 'done' && { kept: (result as Undone).kept }),
})
