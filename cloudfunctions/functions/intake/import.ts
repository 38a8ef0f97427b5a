import type { intake } from '#contract/intake/actions'
import type { Action, On } from '#kernel/call/on'
import { workOn } from '#kernel/jobs/work'
import { hasWritten, importing, recordOf, type Importing } from '#affairs/intake/job'
import { begin } from '#affairs/intake/keeping/one-key'
import { takeOriginal } from '#affairs/intake/keeping/originals'
import { findById } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { askAgain, askFor, findJob, type Job } from '#store/work/jobs'
import { presentImport } from './present-import'

/** So long an answer waits for a small file to be done, in ms; a larger one goes on as a job. */
const patienceMs = 10_000

/** Takes in one department file that lies in storage, as a job; gives what became of it, or how far it is. */
export const importFile: Action<typeof intake.import> = async ({ fileName, fileID }, on) => {
  const { sha256, keptID } = await takeOriginal(on, fileID)
  const before = await findById(on.db, imports, sha256)
  if (before?.status === 'done' && before.result)
    return presentImport(on, sha256, { result: { ...before.result, added: 0, changed: 0, seenBefore: true } })
  // What was cut off goes on as it was begun.
  const tried = await findJob(on.db, sha256)
  const begun = tried?.state === 'failed' && hasWritten(tried as never)
  const own: Importing = { fileName, fileID: keptID, at: on.moment.iso, today: on.moment.today, ...(begun && { begun }) }
  const input = tried?.state === 'waiting' ? (tried.input as unknown as Importing) : own
  // Before there is a job: whatever waits is taken in by whoever comes, also when this call is refused.
  const record = { ...recordOf(on, sha256, input), kind: before?.status === 'running' ? before.kind : null }
  await begin(on, record, before).catch(async (refusal: unknown) => {
    // A file that no record names would never be destroyed.
    if (!before) await on.files.remove(keptID)
    throw refusal
  })
  const job = await askForImport(on, sha256, input)
  const worked = await workOn([importing], { until: Date.now() + patienceMs }, sha256)
  return presentImport(on, sha256, { job: worked ?? job })
}

/** The job for a file; one that ended without taking it in begins anew. */
async function askForImport({ db, moment }: On, _id: string, input: Importing): Promise<Job> {
  const asked = { _id, kind: importing.kind, input: { ...input }, askedAt: moment.iso }
  const job = await askFor(db, asked)
  return job.state === 'waiting' ? job : ((await askAgain(db, asked)) ?? job)
}
