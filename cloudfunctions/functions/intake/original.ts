import type { intake } from '#contract/intake/actions'
import { Refusal, refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import { sayPosts, unitName } from '#domain/access/posts'
import { openFile } from '#kernel/seal/seal-file'
import type { Action } from '#kernel/call/on'
import { isSteppedUp } from '#affairs/step-up/step-up'
import { findById } from '#store/db/read'
import { imports } from '#store/intake/intake'

/** So much of a file goes into one answer, bytes. */
const partBytes = 2_000_000

/**
 * A department's file as it was sent, for evidence, part by part: whoever takes it proves once more who they are and says what
 * for, and it is on record.
 */
export const original: Action<typeof intake.original> = async ({ sha256, part, reason }, on) => {
  const caller = await on.caller()
  const kept = await findById(on.db, imports, sha256)
  const mayAsk = caller.staff?.agencyId === on.county.duties.data
  if (!mayAsk || !isSteppedUp(on, caller)) {
    await recordLook(on, caller, { action: 'intake.original', granted: false, about: { kind: 'import', id: sha256 }, reason })
    throw mayAsk
      ? new Refusal('not-allowed', '取原件前请再输一次手机上的动态码。')
      : refusals.notAllowed(sayPosts(unitName(on.county, on.county.duties.data), ['data-officer']))
  }
  if (!kept?.fileID) throw refusals.notFound('没有这份原件，或者已经过了保存期限、销毁了。')
  await recordLook(on, caller, {
    action: 'intake.original',
    granted: true,
    about: { kind: 'import', id: sha256 },
    reason,
    rows: kept.result?.rows ?? 0,
  })
  const content = openFile(on.keys, await on.files.download(kept.fileID))
  return {
    fileName: kept.fileName,
    parts: Math.max(1, Math.ceil(content.length / partBytes)),
    base64: content.subarray(part * partBytes, (part + 1) * partBytes).toString('base64'),
  }
}
