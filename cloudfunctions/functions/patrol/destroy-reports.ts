import { normOn } from '#domain/county/parameters'
import type { Day } from '#domain/time/dates'
import { daysAfter } from '#domain/time/dates'
import type { On } from '#kernel/call/on'
import { messagesOfParts, removeParts } from '#store/reports/parts'
import { countDestroyed, forgetCounted, stillCounting } from '#store/reports/tallies'
import { destroyReport, knownLetters, knownReports, reportsToDestroy, type DueReport } from '#store/reports/destroying'

/**
 * Destroys reports whose time is over, and parts whose message never came; the number of reports. Killed anywhere and run again, it goes
 * on: a report is counted, then destroyed, then its being counted forgotten, and each of them only once.
 */
export async function destroyReports(on: On): Promise<number> {
  let destroyed = 0
  const dueReports = () => reportsToDestroy(on.db, on.moment.today)
  for (let due = await dueReports(); due.length > 0; due = await dueReports()) {
    for (const report of due) if (await destroy(on, report)) destroyed++
  }
  await forgetDestroyed(on)
  await destroyStrayParts(on)
  return destroyed
}

async function destroy(
  { db, moment }: On,
  { _id, receivedOn, closedOn, office, state, category, outcome, letters }: DueReport,
): Promise<boolean> {
  if (state === 'spam')
    await countDestroyed(db, _id, { receivedIn: yearOf(receivedOn), closedIn: yearOf(receivedOn), office, category: '', outcome: 'spam' })
  else if (closedOn !== null && outcome !== null)
    await countDestroyed(db, _id, { receivedIn: yearOf(receivedOn), closedIn: yearOf(closedOn), office, category: category ?? '', outcome })
  if (!(await destroyReport(db, _id, moment.today))) return false
  await removeParts(
    db,
    letters.map(({ id }) => id),
  )
  await forgetCounted(db, [_id])
  return true
}

const yearOf = (day: Day): string => day.slice(0, 4)

/** After somebody who was killed before they forgot. */
async function forgetDestroyed({ db }: On): Promise<void> {
  const counting = await stillCounting(db)
  if (counting.length === 0) return
  const known = new Set(await knownReports(db, counting))
  await forgetCounted(
    db,
    counting.filter((id) => !known.has(id)),
  )
}

/** Parts of photos that waited for their message in vain. */
async function destroyStrayParts({ db, county, moment }: On): Promise<void> {
  const messages = await messagesOfParts(db, daysAfter(moment.today, -normOn(county, 'report-parts-wait-days', moment.today)))
  const known = await knownLetters(db, messages)
  await removeParts(
    db,
    messages.filter((message) => !known.has(message)),
  )
}
