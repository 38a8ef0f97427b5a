import type { supervision } from '#contract/supervision/actions'
import { underGrant } from '#affairs/grants/under-grant'
import { refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { openFile } from '#kernel/seal/seal-file'
import { findStaged } from '#store/intake/staged'
import { ownExport } from './progress'

/** A piece of a table that is made, for whoever took it and while the grant holds; that it is fetched is on record with the first. */
export const exportPart: Action<typeof supervision.exportPart> = async ({ id, piece }, on) => {
  const { input, state } = await ownExport(on, id)
  const { caller } = await underGrant(on, input.grantId, 'supervision.exportPart')
  const part = state === 'done' ? await findStaged(on.db, id, piece) : undefined
  if (!part) throw refusals.notFound('这张表还没有做好，或者已经清掉了。请等它做完，或者再导出一次。')
  if (piece === 0) await recordLook(on, caller, { action: 'supervision.exportPart', granted: true, about: { kind: 'export', id } })
  return { base64: openFile(on.keys, Buffer.from(part.sealed, 'base64')).toString('base64') }
}
