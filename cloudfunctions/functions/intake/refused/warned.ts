import type { intake } from '#contract/intake/actions'
import { atDesk } from '#affairs/intake/directing/desk'
import { countsOf, pageOf, visible } from '#affairs/intake/mending/lists'
import { placesOf } from '#affairs/intake/mending/present'
import { recordRows } from '#affairs/intake/mending/record'
import type { Action } from '#kernel/call/on'
import { warnings } from '#store/intake/quarantine'

/** Rows that were taken in, and that somebody must look at. */
export const warned: Action<typeof intake.warned> = async ({ page, all, ...asked }, on) => {
  const filter = { ...visible(await atDesk(on), asked), ...(!all && { seen: null }) }
  const [{ rows, next }, counts] = await Promise.all([pageOf(on.db, warnings, filter, page), countsOf(on.db, warnings, filter, on.county)])
  await recordRows(on, 'intake.warned', rows)
  const placed = await placesOf(on, rows)
  return {
    rows: rows.map((row) => ({
      ...{ ...placed(row), code: row.code, message: row.message },
      ...(row.seen && { seen: { by: row.seen.by.name, at: row.seen.at, words: row.seen.words } }),
    })),
    counts,
    ...(next && { next }),
  }
}
