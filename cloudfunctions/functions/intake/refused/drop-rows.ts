import type { intake } from '#contract/intake/actions'
import { watchRefused } from '#affairs/alerts/refused-watch'
import { atDesk } from '#affairs/intake/directing/desk'
import { withdrawn } from '#affairs/intake/keeping/refused'
import { visible } from '#affairs/intake/mending/lists'
import { recordRows } from '#affairs/intake/mending/record'
import type { Action } from '#kernel/call/on'
import { findIn } from '#store/db/read'
import { updateOne } from '#store/db/write'
import { quarantine } from '#store/intake/quarantine'

/** Puts refused rows aside that need not go in; they stay on record with the reason. */
export const dropRows: Action<typeof intake.dropRows> = async ({ ids, why }, on) => {
  const own = { ...visible(await atDesk(on), {}), state: 'open' }
  const found = await findIn(on.db, quarantine, '_id', ids, ['importId', 'since'], own)
  await recordRows(on, 'intake.dropRows', found, why)
  const { _id: id, name } = (await on.caller()).staff!
  let dropped = 0
  for (const { _id, since } of found) {
    const done = await updateOne(on.db, quarantine, { ...own, _id }, { $set: withdrawn(since, on.moment.today, { why, by: { id, name } }) })
    if (done) dropped++
  }
  for (const importId of new Set(found.map((row) => row.importId))) await watchRefused(on, importId)
  return { dropped }
}
