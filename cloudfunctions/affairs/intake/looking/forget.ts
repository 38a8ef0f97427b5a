import type { AtWork } from '#kernel/jobs/kind'
import { findById } from '#store/db/read'
import { remove } from '#store/db/write'
import { arrivals, lookId, looks } from '#store/intake/arrivals'
import { imports } from '#store/intake/intake'
import { jobs } from '#store/work/jobs'

/** Forgets a file that came and is not taken in: the look at it, and its original, unless an import keeps that as evidence. */
export async function forgetArrival({ db, files }: Pick<AtWork, 'db' | 'files'>, sha256: string): Promise<void> {
  const [arrived, taken] = [await findById(db, arrivals, sha256), await findById(db, imports, sha256)]
  if (arrived && !taken) await files.remove(arrived.fileID)
  await remove(db, looks, { _id: sha256 })
  await remove(db, jobs, { _id: lookId(sha256), state: { $ne: 'waiting' } })
  await remove(db, arrivals, { _id: sha256 })
}
