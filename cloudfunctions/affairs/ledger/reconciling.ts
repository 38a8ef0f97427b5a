import { countClaims, type CountedSum } from '#domain/money/money-sums'
import type { Month } from '#domain/time/dates'
import type { AtWork, Chunk, KindOfJob } from '#kernel/jobs/kind'
import { find, findEach } from '#store/db/read'
import { pageLimit } from '#store/db/collection'
import { inTurns } from '#store/db/turns'
import { remove, replace } from '#store/db/write'
import { batchLines, type BatchLine } from '#store/money/batches'
import { claims, moneySums, type Claim } from '#store/money/claims'
import { entitlements, type Entitlement } from '#store/money/entitlements'
import { payments, type Payment } from '#store/money/money'
import { gatherClaims } from './gather'
import { asClaim, keepClaims } from './keep-claims'
import { windowOf } from './windows'

/** What came of reconciling a month: dues looked at, of which so many were not as they had been, and so many are none any more. */
interface Kept {
  claims: number
  changed: number
  gone: number
}

/** Where the next chunk begins. `months`: in which something changed, that are to be counted anew. */
interface Cursor extends Kept {
  at: 'householdId' | 'personId' | 'counting'
  after: string
  months: Month[]
  sums: Record<string, CountedSum>
}

/**
 * Brings a month's dues up to date: what rules say, plans, batches, receipts and the farmers' words, together by due, household by
 * household and then those who are in none; afterwards counts each programme and town. A chunk is a page of records: memory stays what it
 * is, however many people there are. Done again it changes nothing.
 */
export const reconciling: KindOfJob<{ month: Month }, Cursor, Kept> = {
  kind: 'reconcile',
  async chunk(on, { input, cursor }): Promise<Chunk<Cursor, Kept>> {
    const at = cursor ?? { at: 'householdId', after: '', months: [input.month], sums: {}, claims: 0, changed: 0, gone: 0 }
    const next = at.at === 'counting' ? await count(on, at) : await reconcileWindow(on, input.month, { ...at, at: at.at })
    return 'result' in next ? next : { next, done: next.claims, of: null }
  },
  mayCancel: () => true,
  clear: () => Promise.resolve(),
}

async function reconcileWindow(on: AtWork, month: Month, cursor: Cursor & { at: 'householdId' | 'personId' }): Promise<Cursor> {
  const { db } = on
  const window = await windowOf<[Payment[], Entitlement[], BatchLine[], Claim[]]>(db, { month, whose: cursor.at, after: cursor.after }, [
    payments,
    entitlements,
    batchLines,
    claims,
  ])
  const [rows, rules, lines, there] = window.lists
  const found = (await gatherClaims(on, { rows, rules, lines })).map((one) => asClaim(one, on.moment))
  const kept = await keepClaims(db, found)
  const ids = new Set(found.map(({ _id }) => _id))
  const stale = there.filter(({ _id }) => !ids.has(_id)).map(({ _id }) => _id)
  const gone = stale.length === 0 ? 0 : await remove(db, claims, { _id: { $in: stale } })
  return {
    ...cursor,
    claims: cursor.claims + found.length,
    changed: cursor.changed + kept.changed,
    gone: cursor.gone + gone,
    months: [...new Set([...cursor.months, ...kept.months])],
    ...(window.last === undefined ? { at: cursor.at === 'householdId' ? 'personId' : 'counting', after: '' } : { after: window.last }),
  }
}

/** A page of a month's dues is counted; after the last, its sums are written, and those that nothing stands behind any more go. */
async function count(on: AtWork, cursor: Cursor): Promise<Cursor | { result: Kept }> {
  const [month, ...others] = cursor.months
  if (month === undefined) return { result: { claims: cursor.claims, changed: cursor.changed, gone: cursor.gone } }
  const page = await find(on.db, claims, { month, _id: { $gt: cursor.after } }, { order: [['_id', 'asc']] })
  const sums = countClaims(cursor.sums, page)
  if (page.length === pageLimit) return { ...cursor, sums, after: page.at(-1)!._id }
  const there = await findEach(on.db, moneySums, { month }, ['_id'])
  await inTurns(Object.entries(sums), 8, ([_id, sum]) => replace(on.db, moneySums, { _id, ...sum, reconciledAt: on.moment.iso }))
  const gone = there.filter(({ _id }) => !(_id in sums)).map(({ _id }) => _id)
  if (gone.length > 0) await remove(on.db, moneySums, { _id: { $in: gone } })
  return { ...cursor, months: others, sums: {}, after: '' }
}
