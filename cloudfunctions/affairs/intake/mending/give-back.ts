import type { Db } from '#store/db/collection'
import { findEach } from '#store/db/read'
import { update } from '#store/db/write'
import { mends } from '#store/intake/mends'
import { quarantine } from '#store/intake/quarantine'

/** Mends with which their file cannot be read after all are dropped, and their rows open again: what is in stays in. */
export async function giveBack(db: Db, importId: string): Promise<void> {
  const waiting = { importId, state: { $in: ['given', 'entering'] } }
  const rows = await findEach(db, quarantine, waiting, ['mendId'])
  await update(db, mends, { _id: { $in: rows.flatMap(({ mendId }) => mendId ?? []) } }, { $set: { dropped: true } })
  await update(db, quarantine, waiting, { $set: { state: 'open' } })
}
