import type { intake } from '#contract/intake/actions'
import { ownFile } from '#affairs/intake/directing/whose'
import { takeOriginal } from '#affairs/intake/keeping/originals'
import { forgetArrival } from '#affairs/intake/looking/forget'
import { lookKept, looking } from '#affairs/intake/looking/look'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import { workOn } from '#kernel/jobs/work'
import { findById } from '#store/db/read'
import { replace } from '#store/db/write'
import { arrivals, lookId } from '#store/intake/arrivals'
import { askAgain, askFor, findJob, type Job } from '#store/work/jobs'

/** So long an answer waits for a small file to be looked at, in ms; the terminal waits for any. */
const patienceMs = 5_000
const terminalMs = 30 * 60_000

/** What a file says and would change, before anything of it is taken in. */
export const look: Action<typeof intake.look> = (input, on) =>
  'fileID' in input ? lookOnce(on, input) : lookAt(on, input.sha256, input.again, patienceMs)

async function lookAt(on: On, sha256: string, again: boolean, patience: number) {
  const { arrived, taken, agencyId } = await ownFile(on, sha256, { action: 'intake.look' })
  const file = arrived ?? taken
  if (!file?.fileID) throw refusals.notFound('这个文件没有传上来，或者放得太久已经清掉了。请再传一次。')
  const { fileName, fileID } = file
  const input = { sha256, fileName, fileID, at: on.moment.iso, today: on.moment.today, ...(agencyId !== '' && { agencyId }) }
  const job = await askForLook(on, { _id: lookId(sha256), kind: looking.kind, input, askedAt: on.moment.iso }, again)
  const { state, fault } = (await workOn([looking], { until: Date.now() + patience }, job._id)) ?? job
  if (state !== 'done') return { sha256, state, ...(fault && { fault }) }
  const kept = await lookKept(on, sha256)
  // Whose file it is may be known only now.
  if (kept.agencyId !== null && kept.agencyId !== agencyId) await ownFile(on, sha256, { action: 'intake.look' })
  return { sha256, state, look: kept }
}

/** One that is done is not begun anew unless somebody asks. */
async function askForLook({ db }: On, asked: Pick<Job, '_id' | 'kind' | 'input' | 'askedAt'>, again: boolean): Promise<Job> {
  const before = await findJob(db, asked._id)
  if (!before) return askFor(db, asked)
  if (before.state === 'waiting' || (before.state === 'done' && !again)) return before
  return (await askAgain(db, asked)) ?? before
}

/** From the terminal: what was looked at is forgotten again. */
async function lookOnce(on: On, { fileName, fileID }: { fileName: string; fileID: string }) {
  if (on.call.road !== 'operator') throw refusals.badInput('没有看懂要看哪个文件。请重新选文件，传上来再看。')
  const { sha256, keptID } = await takeOriginal(on, fileID)
  // By this it is found, and goes, if the terminal is cut off.
  const waits = await findById(on.db, arrivals, sha256)
  if (!waits) await replace(on.db, arrivals, { _id: sha256, fileName, fileID: keptID, at: on.moment.iso, senders: [] })
  try {
    return await lookAt(on, sha256, true, terminalMs)
  } finally {
    if (!waits) await forgetArrival(on, sha256)
  }
}
