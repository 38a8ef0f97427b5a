import type { patrol } from '#contract/patrol/actions'
import { daysAfter, monthOf } from '#domain/time/dates'
import { keptDays } from '#domain/county/parameters'
import type { Action, On } from '#kernel/call/on'
import { accounts, invitations } from '#store/access/accounts'
import { attempts } from '#store/access/attempts'
import { bindings, tries } from '#store/access/bindings'
import { pages } from '#store/db/read'
import { update } from '#store/db/write'
import { stagedParts } from '#store/intake/staged'
import { jobs } from '#store/work/jobs'
import { proxies } from '#store/access/proxies'
import { refused } from '#store/record/refused'
import { forgetContacts } from '#store/public/suggestions'
import { credentials, staff } from '#store/access/staff'
import { turnedAway } from '#store/record/turned-away'
import { mostPerRound, removeOf, removeSome } from './bounded'
import { destroyOriginals } from './destroy-originals'
import { destroyReports } from './destroy-reports'
import { tidyIntake } from './tidy-intake'
import { carryOut } from './retention'

/**
 * Removes what was for the moment: spent and expired codes, bindings, counters, and accounts that are bound to nothing or whose session
 * is over and that no platform's user would come back to. Forgets how to reach whoever was answered long ago, destroys reports
 * and originals whose time is over, and carries out the county's rule for every other kind of data. In bounded steps: `more`
 * says to call again.
 */
export const tidy: Action<typeof patrol.tidy> = async (_, on) => {
  const { db, moment } = on
  const day = daysAfter(moment.today, -keptDays(on.county, 'moments'))
  const instant = `${day}T00:00:00.000Z`
  const unbound = {
    person: null,
    staffId: null,
    proxyIds: [],
    createdAt: { $lt: `${daysAfter(moment.today, -keptDays(on.county, 'unbound-phones'))}T00:00:00.000Z` },
  }
  const counted = daysAfter(moment.today, -keptDays(on.county, 'refused-counts'))
  await forgetContacts(db, daysAfter(moment.today, -keptDays(on.county, 'suggestion-phones')))
  const removed = await Promise.all([
    removeSome(db, invitations, { until: { $lt: instant } }),
    removeSome(db, bindings, { until: { $lt: instant } }),
    removeSome(db, tries, { day: { $lt: day } }),
    removeSome(db, attempts, { at: { $lt: instant } }),
    removeSome(db, refused, { day: { $lt: counted } }),
    removeSome(db, turnedAway, { month: { $lt: monthOf(counted) } }),
    // What nobody else checked within these days was not meant; what reads meanwhile stays with those who have to check it.
    update(
      db,
      accounts,
      { 'person.vouched.from': null, 'person.vouched.reads': false, 'person.vouched.at': { $lt: instant } },
      { $set: { person: null } },
    ),
    update(
      db,
      proxies,
      { 'vouched.from': null, 'vouched.reads': false, 'vouched.at': { $lt: instant }, revoked: null },
      { $set: { revoked: { by: 'office', at: moment.iso } } },
    ),
    removeSome(db, accounts, unbound),
    removeSome(db, accounts, { platform: 'h5', 'session.until': { $lt: instant } }),
  ])
  await destroyOriginals(on)
  const counts = [
    ...removed,
    await removedStaff(on),
    await endedJobs(on, instant),
    ...(await tidyIntake(on, instant)),
    ...(await carryOut(on)),
  ]
  return {
    removed: counts.reduce((sum, count) => sum + count, 0),
    destroyed: await destroyReports(on),
    more: counts.some((count) => count >= mostPerRound),
  }
}

/** How somebody signed in who is of the staff no longer. */
async function removedStaff({ db }: On): Promise<number> {
  let removed = 0
  for await (const page of pages(db, staff, { status: 'removed' }, { fields: ['_id'] })) {
    const gone = page.map(({ _id }) => _id)
    removed += await removeOf(db, credentials, 'staffId', gone)
  }
  return removed
}

/** Work that ended, and what was laid down for work that failed. */
async function endedJobs({ db }: On, instant: string): Promise<number> {
  let removed = 0
  const ended = { state: { $ne: 'waiting' }, askedAt: { $lt: instant } }
  for await (const page of pages(db, jobs, ended, { fields: ['_id'] })) {
    const ids = page.map(({ _id }) => _id)
    removed += (await removeOf(db, stagedParts, 'importId', ids)) + (await removeOf(db, jobs, '_id', ids))
  }
  return removed
}
