import type { office } from '#contract/office/actions'
import { mayDraftFor } from '#domain/work/batch-powers'
import { isFrozen } from '#domain/work/batches'
import { fileJob, layoutOf } from '#affairs/batches/file/job'
import { workOnBatch } from '#affairs/batches/jobs'
import { jobFor, lookAtBatch, sameTotals } from '#affairs/batches/perform'
import { whatIsNew } from '#affairs/batches/say'
import { isAtWork, workId } from '#affairs/batches/work'
import { isSteppedUp } from '#affairs/step-up/step-up'
import { unitName } from '#domain/access/posts'
import { Refusal, refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { JobFault } from '#kernel/jobs/kind'
import { recordLook } from '#kernel/record/release'
import { openFile } from '#kernel/seal/seal-file'
import { findStaged } from '#store/intake/staged'
import { replace } from '#store/db/write'
import { jobs } from '#store/work/jobs'
import { presentBatch } from './present'

/** Cards of everybody in a batch leave the house: whoever makes the file proves once more who they are, and says for whom. */
export const bankFile: Action<typeof office.bankFile> = async ({ id, words, ...read }, on) => {
  const { one, batch } = await lookAtBatch(on, 'office.batch', id)
  const { county, moment } = on
  if (!mayDraftFor(county, batch.agencyId, one)) throw refusals.notAllowed(`${unitName(county, batch.agencyId)}的人`)
  if (!isFrozen(batch.state)) throw refusals.badInput('批准并冻结以后才能生成报盘文件。')
  if (!isSteppedUp(on, await on.caller())) throw new Refusal('not-allowed', '生成文件前请再输一次手机上的动态码。')
  if (batch.undecided > 0) throw refusals.badInput(`批准以后又查出 ${batch.undecided} 行有新情况。${whatIsNew}您写的字还在。`)
  sameTotals(batch, read)
  if (await isAtWork(on.db, id)) throw refusals.busy('这一批还有没做完的事，做完才能生成文件。请过一会儿再办，您写的字还在。')
  try {
    layoutOf(on, batch)
  } catch (error) {
    throw error instanceof JobFault ? refusals.badInput(error.message) : error
  }
  await recordLook(on, await on.caller(), {
    ...{
      action: 'office.bankFile',
      granted: true,
      about: { kind: 'batch', id },
      rows: read.lines,
      fields: ['card', 'name'],
      reason: words,
    },
  })
  await replace(on.db, jobs, jobFor(on, id, { what: 'file', kind: fileJob.kind, input: { day: moment.today } }))
  return presentBatch(on, one, await workOnBatch(on, batch))
}

/** A piece of it; that it is fetched is on record with the first. */
export const bankFilePart: Action<typeof office.bankFilePart> = async ({ id, piece }, on) => {
  const { one, batch } = await lookAtBatch(on, 'office.bankFilePart', id)
  const may = mayDraftFor(on.county, batch.agencyId, one)
  const part = may && batch.file && piece < batch.file.pieces ? await findStaged(on.db, workId(id, 'file'), piece) : undefined
  if (!part) throw refusals.notFound('这份文件还没有做好，或者已经清掉了。请再生成一次。')
  return { base64: openFile(on.keys, Buffer.from(part.sealed, 'base64')).toString('base64') }
}
