import type { intake } from '#contract/intake/actions'
import { atDesk } from '#affairs/intake/directing/desk'
import { refusedRowId } from '#affairs/intake/keeping/refused'
import { openRows, visible } from '#affairs/intake/mending/lists'
import { mendRows, type GivenRow } from '#affairs/intake/mending/mend'
import { offersFor } from '#affairs/intake/mending/offers'
import { recordRows } from '#affairs/intake/mending/record'
import { refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { findIn } from '#store/db/read'
import { quarantine } from '#store/intake/quarantine'
import { takeIn } from './take-in'

/** Mends refused rows of a file: what is sound goes in, and nothing else of the file changes. */
export const mend: Action<typeof intake.mend> = async ({ sha256, rows }, on) => {
  const caller = await on.caller()
  const given = rows.map((row) => ({ ...row, rowId: refusedRowId(sha256, row.sheet, row.row) }))
  const ids = given.map(({ rowId }) => rowId)
  if (new Set(ids).size < ids.length) throw refusals.badInput('同一行交了两次，不知道以哪个为准，一行也没有收。请只留一次，再交。')
  const own = await findIn(on.db, quarantine, '_id', ids, undefined, visible(await atDesk(on), { sha256 }))
  if (own.length === 0) throw refusals.notFound('没有退回过这些行，或者不是本单位的。请重新打开“退回的行”看一看。')
  await recordRows(on, 'intake.mend', own)
  const opened = await openRows(on, own)
  const offers = new Map((await offersFor(on, opened)).map((some, i) => [opened[i]!.row._id, some]))
  const over = ({ rowId, cells, accept }: (typeof given)[number]): GivenRow & { stale: boolean } => {
    const offer = accept === undefined ? undefined : offers.get(rowId)?.find(({ id }) => id === accept)
    const accepted = offer ? [[offer.column, offer.to] as const] : []
    return { rowId, over: new Map([...(cells ?? []).entries(), ...accepted]), stale: accept !== undefined && accepted.length === 0 }
  }
  const mine = new Set(own.map(({ _id }) => _id))
  const tried = given
    .filter(({ rowId }) => mine.has(rowId))
    .map((one) => ({ ...over(one), way: one.accept === undefined ? ('in-place' as const) : ('offered' as const) }))
  const { _id: id, name, agencyId } = caller.staff!
  const as = { at: on.moment.iso, by: { id, name, agencyId } }
  const outcomes = new Map<string, { state: 'mended' | 'wrong' | 'late' | 'gone'; words: string }>()
  for (const way of ['in-place', 'offered'] as const)
    for (const outcome of await mendRows(
      on,
      sha256,
      tried.filter((one) => one.way === way && !one.stale),
      { ...as, way },
    ))
      outcomes.set(outcome.rowId, outcome)
  const done = await takeIn(sha256)
  return {
    rows: given.map(({ rowId, sheet, row }) => {
      const { state = 'gone' as const, words = '没有退回过这一行，或者它变了。请重新打开“退回的行”看一看。' } = outcomes.get(rowId) ?? {}
      return { sheet, row, state, words }
    }),
    done,
  }
}
