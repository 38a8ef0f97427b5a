import type { Day } from '#domain/time/dates'
import { reportOutcomes, type ReportOutcome } from '#domain/work/reports'
import type { Db } from '../db/collection'
import { count } from '../db/read'
import { reports } from './reports'
import { talliesOf } from './tallies'

/** How many of an office's reports stand where; those that are closed, and spam, of this year. */
export async function officeFigures(db: Db, office: string, today: Day) {
  const ofYear = { $gte: `${today.slice(0, 4)}-01-01`, $lte: `${today.slice(0, 4)}-12-31` }
  const [unopened, late, inHand, spam, ...closed] = await Promise.all([
    countNewReports(db, office),
    count(db, reports, { office, state: { $nin: ['closed', 'spam'] }, dueOn: { $lt: today } }),
    count(db, reports, { office, state: { $in: ['accepted', 'transferred'] } }),
    count(db, reports, { office, state: 'spam', receivedOn: ofYear }),
    ...reportOutcomes.map((outcome) => count(db, reports, { office, state: 'closed', closedOn: ofYear, outcome })),
  ])
  const outcomes = reportOutcomes.map((outcome, i) => ({ outcome, count: closed[i]! }))
  return {
    unopened,
    late,
    inHand,
    spam,
    closed: closed.reduce((sum, one) => sum + one, 0),
    outcomes: outcomes.filter((one) => one.count > 0),
  }
}

export const countNewReports = (db: Db, office: string): Promise<number> => count(db, reports, { office, state: 'new' })

/**
 * What the public may know of a year's reports (`YYYY`): those that came before a day and are there, and those that were destroyed. Spam is
 * none, and counted for itself. Whoever watches a figure that counts today's as well sees the moment when each comes.
 */
export async function reportFigures(
  db: Db,
  year: string,
  before: Day,
): Promise<{ received: number; closed: number; outcomes: { outcome: ReportOutcome; count: number }[]; spam?: number }> {
  const tallies = await talliesOf(db, year)
  const counting = new Set(tallies.flatMap((tally) => tally.counting))
  const ofYear = { $gte: `${year}-01-01`, $lte: `${year}-12-31` }
  const uncounted = { _id: { $nin: [...counting] } }
  const there = { ...uncounted, state: { $ne: 'spam' } }
  const sum = (some: { count: number }[]) => some.reduce((total, { count: more }) => total + more, 0)
  const [spam, received, ...closed] = await Promise.all([
    count(db, reports, { ...uncounted, state: 'spam', receivedOn: ofYear }),
    count(db, reports, { ...there, receivedOn: { ...ofYear, $lt: before } }),
    ...reportOutcomes.map((outcome) => count(db, reports, { ...there, closedOn: ofYear, outcome })),
  ])
  const outcomes = reportOutcomes.map((outcome, i) => ({
    outcome,
    count: closed[i]! + sum(tallies.filter((tally) => tally.closedIn === year && tally.outcome === outcome)),
  }))
  const ofSpam = (tally: { outcome: string }) => tally.outcome === 'spam'
  const destroyed = tallies.filter(({ receivedIn }) => receivedIn === year)
  const allSpam = spam + sum(destroyed.filter(ofSpam))
  return {
    received: received + sum(destroyed.filter((tally) => !ofSpam(tally))),
    closed: sum(outcomes),
    outcomes,
    ...(allSpam > 0 && { spam: allSpam }),
  }
}
