import { forgetArrival } from '#affairs/intake/looking/forget'
import { normOn } from '#domain/county/parameters'
import { daysAfter } from '#domain/time/dates'
import type { On } from '#kernel/call/on'
import { find } from '#store/db/read'
import { update } from '#store/db/write'
import { arrivals, looks, uploadParts } from '#store/intake/arrivals'
import { imports } from '#store/intake/intake'
import { removeJournal } from '#store/intake/journal'
import { removeSome } from './bounded'

/** So many files a round: each may have much that belongs to it. */
const atOnce = 50

/**
 * Forgets files that were sent and never taken in, with the looks at them, and what imports of long ago changed: they can be taken back no
 * more. How many of each.
 */
export async function tidyIntake(on: On, instant: string): Promise<number[]> {
  const { db, county, moment } = on
  const daysAgo = (days: number) => `${daysAfter(moment.today, -days)}T00:00:00.000Z`
  const unlooked = daysAgo(normOn(county, 'import-look-days', moment.today))
  const left = await find(db, arrivals, { at: { $lt: unlooked } }, { limit: atOnce, fields: ['_id'] })
  for (const { _id } of left) await forgetArrival(on, _id)
  const old = await find(
    db,
    imports,
    {
      journaled: true,
      journalGone: null,
      status: { $in: ['done', 'undone'] },
      ended: { $lt: daysAgo(normOn(county, 'import-undo-days', moment.today)) },
    },
    { limit: atOnce, fields: ['_id'] },
  )
  for (const { _id } of old) {
    await update(db, imports, { _id }, { $set: { journalGone: true } })
    await removeJournal(db, _id)
  }
  return [
    left.length,
    old.length,
    await removeSome(db, looks, { at: { $lt: unlooked } }),
    await removeSome(db, uploadParts, { at: { $lt: instant } }),
  ]
}
