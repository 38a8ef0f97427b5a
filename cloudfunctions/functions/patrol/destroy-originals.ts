import { normOn } from '#domain/county/parameters'
import { daysAfter } from '#domain/time/dates'
import type { On } from '#kernel/call/on'
import { find } from '#store/db/read'
import { update } from '#store/db/write'
import { imports } from '#store/intake/intake'

/** Destroys the originals of files taken in so long ago; what they said stays. Killed anywhere and run again, it goes on. */
export async function destroyOriginals({ db, files, county, moment }: On): Promise<number> {
  const before = `${daysAfter(moment.today, -normOn(county, 'original-keep-days', moment.today))}T00:00:00.000Z`
  const due = await find(db, imports, { at: { $lt: before }, fileID: { $ne: '' } }, { fields: ['fileID'] })
  for (const { _id, fileID } of due) {
    await files.remove(fileID)
    await update(db, imports, { _id }, { $set: { fileID: '' } })
  }
  return due.length
}
