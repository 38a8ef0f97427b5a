import { leavings } from '#domain/register/events'
import { daysAfter, monthOf } from '#domain/time/dates'
import { keptDays } from '#domain/county/parameters'
import type { RetentionKind } from '#domain/county/retention'
import type { On } from '#kernel/call/on'
import { findIn, pages } from '#store/db/read'
import { contacts } from '#store/people/contacts'
import { grants } from '#store/access/grants'
import { doctorContracts, pairings } from '#store/people/helpers'
import { imports } from '#store/intake/intake'
import { quarantine, warnings } from '#store/intake/quarantine'
import { awards } from '#store/money/awards'
import { confirmations } from '#store/money/confirmations'
import { dividends, payments, receipts } from '#store/money/money'
import { proxies } from '#store/access/proxies'
import { incomes } from '#store/people/incomes'
import { medicalBills } from '#store/people/medical'
import { events, households, persons } from '#store/people/register'
import { alertEvents, alerts } from '#store/work/alerts'
import { caseEvents, cases, homeChecks } from '#store/work/cases'
import { statements } from '#store/people/statements'
import { vitalEvents } from '#store/people/vital'
import { requests } from '#store/work/requests'
import { memberships, schemeEvents } from '#store/work/schemes'
import { staffWishes } from '#store/access/staff-wishes'
import { suggestions } from '#store/public/suggestions'
import { removeOf, removeSome } from './bounded'

/** Carries out the pack's rule for what belongs to people: for each kind how many documents went. Killed and run again, it goes on. */
export async function carryOut(on: On): Promise<number[]> {
  const { db } = on
  const [before, instant] = [
    (kind: RetentionKind) => daysAfter(on.moment.today, -keptDays(on.county, kind)),
    (kind: RetentionKind) => `${before(kind)}T00:00:00.000Z`,
  ]
  return [
    await removeSome(db, suggestions, {
      state: { $in: ['answered', 'set-aside'] },
      answeredOn: { $lt: before('suggestions') },
      publicOn: null,
    }),
    await removeSome(db, requests, { answeredAt: { $lt: instant('requests') } }),
    await endedAlerts(on, before('alerts')),
    await endedCases(on, before('cases')),
    await removeSome(db, proxies, { $or: [{ until: { $lt: before('trusts') } }, { 'revoked.at': { $lt: instant('trusts') } }] }),
    await removeSome(db, grants, {
      $or: [{ until: { $lt: before('grants') } }, { status: { $in: ['refused', 'revoked'] }, decidedAt: { $lt: instant('grants') } }],
    }),
    await removeSome(db, staffWishes, { status: { $ne: 'asked' }, askedAt: { $lt: instant('staff-wishes') } }),
    await refusedRows(on, instant('refused-rows')),
    await leftPhones(on, before('left-phones')),
    await leftCare(on, before('left-care')),
    await removeSome(db, vitalEvents, { saidOn: { $lt: before('told-lists') } }),
    await removeSome(db, medicalBills, { saidOn: { $lt: before('told-lists') } }),
    await removeSome(db, incomes, { saidOn: { $lt: before('told-lists') } }),
    await removeSome(db, statements, { saidOn: { $lt: before('told-lists') } }),
    await removeSome(db, payments, { month: { $lt: monthOf(before('money')) } }),
    await removeSome(db, confirmations, { month: { $lt: monthOf(before('money')) } }),
    await removeSome(db, receipts, { month: { $lt: monthOf(before('money')) } }),
    await removeSome(db, awards, { until: { $lt: monthOf(before('money')) } }),
    await removeSome(db, dividends, { year: { $lt: Number(before('money').slice(0, 4)) } }),
    await leftSchemes(on, before('money')),
  ]
}

/** Alerts that ended before a day, with their histories. */
async function endedAlerts({ db }: On, day: string): Promise<number> {
  let removed = 0
  for await (const page of pages(db, alerts, { open: false, endedOn: { $lt: day } }, { fields: ['_id'] })) {
    const old = page.map(({ _id }) => _id)
    removed += (await removeOf(db, alertEvents, 'alertId', old)) + (await removeOf(db, alerts, '_id', old))
  }
  return removed
}

/** Cases that ended before a day, with their histories and what was found at home for them. */
async function endedCases({ db }: On, day: string): Promise<number> {
  let removed = 0
  for await (const page of pages(db, cases, { open: false, endedOn: { $lt: day } }, { fields: ['_id'] })) {
    const old = page.map(({ _id }) => _id)
    removed += (await removeOf(db, caseEvents, 'caseId', old)) + (await removeOf(db, homeChecks, 'caseId', old))
    removed += await removeOf(db, cases, '_id', old)
  }
  return removed
}

/** Households that left a pooled scheme before a day, with their histories. */
async function leftSchemes({ db }: On, day: string): Promise<number> {
  let removed = 0
  for await (const page of pages(db, memberships, { open: false, leftOn: { $lt: day } }, { fields: ['_id'] })) {
    const old = page.map(({ _id }) => _id)
    removed += (await removeOf(db, schemeEvents, 'aboutId', old)) + (await removeOf(db, memberships, '_id', old))
  }
  return removed
}

/** Rows that could not be taken in, and what was to be looked at in others: by then the department has sent them right. */
async function refusedRows({ db }: On, instant: string): Promise<number> {
  let removed = 0
  for await (const page of pages(db, imports, { at: { $lt: instant } }, { fields: ['_id'] })) {
    const old = page.map(({ _id }) => _id)
    removed += (await removeOf(db, quarantine, 'importId', old)) + (await removeOf(db, warnings, 'importId', old))
  }
  return removed
}

/** Removes what is kept of people who left the register before a day and did not come back; a page of them at a time. */
async function ofThoseWhoLeft({ db }: On, day: string, removeFor: (personIds: string[]) => Promise<number>): Promise<number> {
  let removed = 0
  for await (const page of pages(db, events, { kind: { $in: leavings }, on: { $lt: day } }, { fields: ['personId'] })) {
    const ids = page.map(({ personId }) => personId)
    removed += await removeFor((await findIn(db, persons, '_id', ids, ['_id'], { onRegister: false })).map(({ _id }) => _id))
  }
  return removed
}

const leftPhones = (on: On, day: string): Promise<number> => ofThoseWhoLeft(on, day, (ids) => removeOf(on.db, contacts, '_id', ids))

/** Who looked after a household, and its doctor's groups of illness, once the household is on no register. */
const leftCare = (on: On, day: string): Promise<number> =>
  ofThoseWhoLeft(on, day, async (ids) => {
    const homes = (await findIn(on.db, households, 'headId', ids, ['_id'], { onRegister: false })).map(({ _id }) => _id)
    return (await removeOf(on.db, pairings, 'householdId', homes)) + (await removeOf(on.db, doctorContracts, 'householdId', homes))
  })
