import type { patrol } from '#contract/patrol'
import { monthOf } from '#domain/dates'
import { daysAfter } from '#kernel/clock'
import type { Action } from '#kernel/serve'
import { accounts, invitations } from '#store/accounts'
import { attempts } from '#store/attempts'
import { bindings, tries } from '#store/bindings'
import { remove } from '#store/collection'
import { refused } from '#store/refused'
import { forgetContacts } from '#store/suggestions'
import { turnedAway } from '#store/turned-away'
import { destroyOriginals } from './destroy-originals'
import { destroyReports } from './destroy-reports'

/** Days that what was for the moment is still kept, to answer questions about yesterday. */
const keptDays = 7
/** Days after its answer that a suggestion's telephone is still there, for whoever has to call back. */
const contactDays = 90
/** Days that counts of refusals are kept: as long as somebody may ask what was behind them. */
const countDays = 365

/**
 * Removes what was for the moment: spent and expired codes, bindings, counters, and accounts that are bound to nothing or whose session
 * is over and that no platform's user would come back to. Nothing that belongs to anybody. Forgets how to reach whoever
 * was answered long ago, and destroys reports and originals of department files whose time is over.
 */
export const tidy: Action<typeof patrol.tidy> = async (_, on) => {
  const { db, moment } = on
  const day = daysAfter(moment.today, -keptDays)
  const instant = `${day}T00:00:00.000Z`
  const unbound = { person: null, staffId: null, proxyIds: [], createdAt: { $lt: instant } }
  await forgetContacts(db, daysAfter(moment.today, -contactDays))
  const removed = await Promise.all([
    remove(db, invitations, { until: { $lt: instant } }),
    remove(db, bindings, { until: { $lt: instant } }),
    remove(db, tries, { day: { $lt: day } }),
    remove(db, attempts, { at: { $lt: instant } }),
    remove(db, refused, { day: { $lt: daysAfter(moment.today, -countDays) } }),
    remove(db, turnedAway, { month: { $lt: monthOf(daysAfter(moment.today, -countDays)) } }),
    remove(db, accounts, unbound),
    remove(db, accounts, { platform: 'h5', 'session.until': { $lt: instant } }),
  ])
  await destroyOriginals(on)
  return { removed: removed.reduce((sum, count) => sum + count, 0), destroyed: await destroyReports(on) }
}
