import type { intake } from '#contract/intake/actions'
import { atDesk } from '#affairs/intake/directing/desk'
import { visible } from '#affairs/intake/mending/lists'
import { recordRows } from '#affairs/intake/mending/record'
import type { Action } from '#kernel/call/on'
import { findIn } from '#store/db/read'
import { update } from '#store/db/write'
import { warnings } from '#store/intake/quarantine'

/** Somebody has looked at warnings: they are on the list no longer. Whoever was first said what was seen. */
export const seen: Action<typeof intake.seen> = async ({ ids, words }, on) => {
  const own = { ...visible(await atDesk(on), {}), seen: null }
  const found = await findIn(on.db, warnings, '_id', ids, ['importId'], own)
  await recordRows(on, 'intake.seen', found, words)
  const { _id: id, name } = (await on.caller()).staff!
  const mark = { seen: { at: on.moment.iso, by: { id, name }, words } }
  return { seen: await update(on.db, warnings, { ...own, _id: { $in: found.map(({ _id }) => _id) } }, { $set: mark }) }
}
