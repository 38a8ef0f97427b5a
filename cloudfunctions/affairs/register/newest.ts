import { monthOf, type Month } from '#domain/time/dates'
import type { Db } from '#store/db/collection'
import { find } from '#store/db/read'
import { households } from '#store/people/register'

/** The month of the newest day that a register spoke of; nothing before the first. It cannot be held against an older month. */
export async function newestRegister(db: Db): Promise<Month | undefined> {
  const [newest] = await find(db, households, { listedOn: { $gt: '' } }, { order: [['listedOn', 'desc']], limit: 1, fields: ['listedOn'] })
  return newest?.listedOn && monthOf(newest.listedOn)
}
