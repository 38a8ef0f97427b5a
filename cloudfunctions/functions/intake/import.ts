import type { intake } from '#contract/intake/actions'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import { workOn } from '#kernel/jobs/work'
import type { Importing } from '#affairs/intake/importing/importing'
import { recordOf } from '#affairs/intake/importing/record'
import { hasWritten, importing } from '#affairs/intake/job'
import { begin } from '#affairs/intake/keeping/one-key'
import { takeOriginal } from '#affairs/intake/keeping/originals'
import { ownFile } from '#affairs/intake/directing/whose'
import { findById } from '#store/db/read'
import { remove } from '#store/db/write'
import { arrivals, lookId } from '#store/intake/arrivals'
import { imports, type ImportedBy } from '#store/intake/intake'
import { askAgain, askFor, findJob, type Job } from '#store/work/jobs'
import { presentImport } from './present-import'

/** So long an answer waits for a small file to be done, in ms: well within a page's patience. A larger one goes on as a job. */
const patienceMs = 5_000

/** Takes in one department file that lies in storage, as a job; gives what became of it, or how far it is. */
export const importFile: Action<typeof intake.import> = async (asked, on) => {
  const { sha256, keptID, fileName, by, agencyId } =
    'fileID' in asked ? await sentByOperator(on, asked) : await sentByOfficer(on, asked.sha256)
  const before = await findById(on.db, imports, sha256)
  if (before?.status === 'done' && before.result)
    return presentImport(on, sha256, { result: { ...before.result, added: 0, changed: 0, seenBefore: true } })
  // What was cut off goes on as it was begun.
  const tried = await findJob(on.db, sha256)
  const begun = tried?.state === 'failed' && hasWritten(tried as never)
  const own: Importing = {
    ...{ fileName, fileID: keptID, at: on.moment.iso, today: on.moment.today },
    ...{ ...(begun && { begun }), ...(by && { by }), ...(agencyId && { agencyId }) },
  }
  const input = tried?.state === 'waiting' ? (tried.input as unknown as Importing) : own
  // Before there is a job: whatever waits is taken in by whoever comes, also when this call is refused.
  const record = { ...recordOf(on, sha256, input), kind: before?.status === 'running' ? before.kind : null }
  await begin(on, record, before).catch(async (refusal: unknown) => {
    // A file that no record names would never be destroyed.
    if (!before && !by) await on.files.remove(keptID)
    throw refusal
  })
  const job = await askForImport(on, sha256, input)
  // From here on the import's record names the original.
  await remove(on.db, arrivals, { _id: sha256 })
  const worked = await workOn([importing], { until: Date.now() + patienceMs }, sha256)
  return presentImport(on, sha256, { job: worked ?? job })
}

interface SentFile {
  sha256: string
  keptID: string
  fileName: string
  by?: ImportedBy
  agencyId?: string
}

/** Whoever holds the deployment's keys has put it into storage. */
async function sentByOperator(on: On, { fileName, fileID }: { fileName: string; fileID: string }): Promise<SentFile> {
  // An officer names no file in storage but one that was sent by theirs: by its hash.
  if (on.call.road !== 'operator') throw refusals.badInput('没有看懂要导入哪个文件。请重新选文件，传上来再导入。')
  return { fileName, ...(await takeOriginal(on, fileID)) }
}

/** An officer has sent it, and looked at it. */
async function sentByOfficer(on: On, sha256: string): Promise<SentFile> {
  const { taken, arrived, by, agencyId } = await ownFile(on, sha256, { action: 'intake.import' })
  const file = arrived ?? taken
  if (!file?.fileID) throw refusals.notFound('这个文件没有传上来，或者放得太久已经清掉了。请再传一次。')
  const looked = (await findJob(on.db, lookId(sha256)))?.state === 'done'
  if (by && !looked && taken?.status !== 'done' && !(await findJob(on.db, sha256)))
    throw refusals.badInput('导入前要先看一看这个文件说什么、会改什么。请先点“看一看”，再导入。')
  return { sha256, keptID: file.fileID, fileName: file.fileName, ...(by && { by }), ...(agencyId !== '' && { agencyId }) }
}

/** The job for a file; one that ended without taking it in begins anew. */
async function askForImport({ db, moment }: On, _id: string, input: Importing): Promise<Job> {
  const asked = { _id, kind: importing.kind, input: { ...input }, askedAt: moment.iso }
  const job = await askFor(db, asked)
  return job.state === 'waiting' ? job : ((await askAgain(db, asked)) ?? job)
}
