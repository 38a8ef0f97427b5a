import { pageLimit, type Collection, type Stored } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { inParts, inTurns } from '#store/db/turns'
import { update } from '#store/db/write'
import type { SaidAt } from '#store/intake/said-at'
import type { RowPlace } from '../tables/data-rows'
import { grouped } from './grouped'
import type { Writing } from './writing'

/** Where a row stands in the file that is being written, and the day that it states. */
export const saidAt = ({ statedOn }: Pick<Writing, 'statedOn'>, { sheet, row }: RowPlace): SaidAt & RowPlace => ({
  ...{ sheet, row },
  ...(statedOn && { saidOn: statedOn }),
})

const sources = ['importId', 'agency', 'day', 'fileName', 'saidOn', 'sheet'] as const
type Sourced = Stored & Partial<Record<(typeof sources)[number] | 'row', unknown>>

/**
 * What is there already and this file says just the same is said by it from now on, where it stands there. Rows that all moved by as many
 * lines are one update.
 */
export async function follow<T extends Stored>({ db }: Writing, of: Collection<T>, same: T[]): Promise<void> {
  if (same.length === 0) return
  const ids = same.map(({ _id }) => _id)
  const there = new Map((await findIn(db, of, '_id', ids, [...sources, 'row'])).map((one) => [one._id, one as Sourced]))
  const moved = same.flatMap((document: Sourced) => {
    const before = there.get(document._id)
    const change = before && changeOf(before, document)
    return change ? [{ _id: document._id, change }] : []
  })
  const alike = grouped(moved, ({ change }) => JSON.stringify(change))
  await inTurns(alike.values(), 3, async (some) => {
    for (const part of inParts(some, pageLimit)) await update(db, of, { _id: { $in: part.map(({ _id }) => _id) } }, part[0]!.change)
  })
}

function changeOf(before: Sourced, now: Sourced): Record<string, object> | undefined {
  const $set: Record<string, unknown> = {}
  for (const field of sources) if (now[field] !== undefined && now[field] !== before[field]) $set[field] = now[field]
  const lines = typeof now.row === 'number' && typeof before.row === 'number' ? now.row - before.row : undefined
  if (lines === undefined && now.row !== undefined) $set.row = now.row
  const change = { ...(Object.keys($set).length > 0 && { $set }), ...(lines && { $inc: { row: lines } }) }
  return Object.keys(change).length > 0 ? change : undefined
}
