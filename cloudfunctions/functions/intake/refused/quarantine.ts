import type { intake } from '#contract/intake/actions'
import { atDesk } from '#affairs/intake/directing/desk'
import { countsOf, openRows, pageOf, visible } from '#affairs/intake/mending/lists'
import { offersFor } from '#affairs/intake/mending/offers'
import { placesOf, presentRow } from '#affairs/intake/mending/present'
import { recordRows } from '#affairs/intake/mending/record'
import type { Action } from '#kernel/call/on'
import { quarantine as refused, stillOpen } from '#store/intake/quarantine'

/** Refused rows that wait for whoever sent them, with what may be offered for each. */
export const quarantine: Action<typeof intake.quarantine> = async ({ page, ...asked }, on) => {
  const filter = { ...visible(await atDesk(on), asked), ...stillOpen }
  const [{ rows, next }, counts] = await Promise.all([pageOf(on.db, refused, filter, page), countsOf(on.db, refused, filter, on.county)])
  await recordRows(on, 'intake.quarantine', rows)
  const opened = await openRows(on, rows)
  const [offers, placed] = [await offersFor(on, opened), await placesOf(on, rows)]
  return { rows: opened.map((one, i) => ({ ...placed(one.row), ...presentRow(one, offers[i]!) })), counts, ...(next && { next }) }
}
