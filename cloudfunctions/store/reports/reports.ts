import type { Day } from '#domain/time/dates'
import { reportOutcomes, type ReportOutcome, type ReportState } from '#domain/work/reports'
import { changeAsRead } from '../db/as-read'
import { collection, index, multikey, unique, undated, type Db, type Filter } from '../db/collection'
import { count, find, findById, findIn } from '../db/read'
import { insert, remove, updateOne } from '../db/write'
import { digested, sealed } from '../db/keyed'
import { talliesOf } from './tallies'

export interface WrappedKey {
  id: string
  wrapped: string
}

/** One letter of a report, sealed where it was written. Letters stand in the order in which they came, and bear no time but a day. */
export interface ReportLetter {
  id: string
  by: 'reporter' | 'office'
  day: Day
  sealed: string
  /** The content key for each recipient; none for the office's letters. */
  keys: WrappedKey[]
  /** Parts of photos that belong to it. */
  announced: number
}

/** An anonymous report with all its letters: one document, so that an act and the word on it are written together or not at all. */
export interface Report {
  _id: string
  /** Keyed fingerprint of the mailbox, which itself is kept nowhere. */
  mailbox: string
  office: string
  receivedOn: Day
  /** Sealed by the reporter's phone for itself. */
  note: string
  letters: ReportLetter[]
  /** As many as there are letters: what a write says it has seen. */
  letterCount: number
  state: ReportState
  category: string | null
  dueOn: Day | null
  outcome: ReportOutcome | null
  closedOn: Day | null
  /** From this day on it is destroyed. */
  destroyOn: Day | null
  caseSealed: string | null
  /** The first of the two officers who it takes to call it spam. */
  spamSaid?: { by: string; name: string } | null
}
export const reports = undated(
  collection<Report>(
    'reports',
    [unique('mailbox'), index('office', 'state'), index('destroyOn'), index('receivedOn'), multikey('letters.id')],
    { mailbox: digested('mailbox'), caseSealed: sealed() },
  ),
)

/**
 * Letters of a report after which the reporter's further ones, and then the office's answers, are no longer taken: a document
 * has room for so many.
 */
export const roomFor = { reporter: 30, answers: 45 } as const

/** The report of a mailbox, by its fingerprints under every key. */
export const findMailbox = async (db: Db, fingerprints: string[]): Promise<Report | undefined> =>
  (await find(db, reports, { mailbox: { $in: fingerprints } }, { limit: 1 }))[0]

export const findReport = (db: Db, id: string): Promise<Report | undefined> => findById(db, reports, id)

/** False when there is one for this mailbox already. */
export async function insertReport(db: Db, report: Report): Promise<boolean> {
  try {
    await insert(db, reports, report)
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'DATABASE_DUPLICATE_WRITE') return false
    throw error
  }
}

/** Adds a letter of the reporter's, once. Nothing if the report has it, has no room for it, or is not there. */
export const addLetter = (db: Db, reportId: string, letter: ReportLetter): Promise<Report | undefined> =>
  updateOne(
    db,
    reports,
    { _id: reportId, 'letters.id': { $ne: letter.id }, letterCount: { $lt: roomFor.reporter } },
    { $push: { letters: letter }, $inc: { letterCount: 1 } },
  )

/** What an act of the office writes: what changes, and its letter with it. */
export const acted = (change: Filter, letter?: ReportLetter): Filter => ({
  $set: change,
  ...(letter && { $push: { letters: letter }, $inc: { letterCount: 1 } }),
})

/** Changes a report that still is as it was read: nobody has done anything with it meanwhile, and no letter has come. */
export const changeReport = (db: Db, report: Report, change: Filter): Promise<Report | undefined> =>
  changeAsRead(db, reports, report, ['office', 'state', 'letterCount', 'spamSaid.by'], change)

/** Of a report what a list shows; not what is in its letters. */
export type ListedReport = Omit<Report, 'mailbox' | 'note' | 'letters'> & { letters: Pick<ReportLetter, 'by'>[] }
const listed = [
  'office',
  'receivedOn',
  'letterCount',
  'state',
  'category',
  'dueOn',
  'outcome',
  'closedOn',
  'destroyOn',
  'caseSealed',
  'letters.by',
  'spamSaid',
]

/**
 * An office's reports: those that are open by the day they are due, the others newest day first. Ids are random, so that within
 * a day the order says nothing. `after` is the day and id of the last one already seen.
 */
export function reportsOf(
  db: Db,
  office: string,
  open: boolean,
  limit: number,
  after?: { day: string; id: string },
): Promise<ListedReport[]> {
  const [field, direction, beyond] = open ? (['dueOn', 'asc', '$gt'] as const) : (['receivedOn', 'desc', '$lt'] as const)
  const later = after && { $or: [{ [field]: { [beyond]: after.day } }, { [field]: after.day, _id: { $gt: after.id } }] }
  return find(
    db,
    reports,
    { office, state: { [open ? '$nin' : '$in']: ['closed', 'spam'] }, ...later },
    {
      order: [
        [field, direction],
        ['_id', 'asc'],
      ],
      limit,
      fields: listed,
    },
  )
}

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

/** Of a report whose time is over, what is still to be done. */
export type DueReport = Pick<Report, '_id' | 'office' | 'receivedOn' | 'state' | 'category' | 'outcome' | 'closedOn'> & {
  letters: Pick<ReportLetter, 'id'>[]
}
export const reportsToDestroy = (db: Db, today: Day): Promise<DueReport[]> =>
  find(
    db,
    reports,
    { destroyOn: { $lte: today } },
    { order: [['_id', 'asc']], limit: 200, fields: ['office', 'receivedOn', 'state', 'category', 'outcome', 'closedOn', 'letters.id'] },
  )

/** False when it was taken back meanwhile. */
export const destroyReport = async (db: Db, _id: string, today: Day): Promise<boolean> =>
  (await remove(db, reports, { _id, destroyOn: { $lte: today } })) > 0

/** Which of these reports there still are. */
export const knownReports = async (db: Db, ids: string[]): Promise<string[]> =>
  (await findIn(db, reports, '_id', ids, ['office'])).map(({ _id }) => _id)

/** How many parts a message announced; nothing before it has come. */
export const partsAnnounced = async (db: Db, message: string): Promise<number | undefined> =>
  (await find(db, reports, { 'letters.id': message }, { limit: 1, fields: ['letters.id', 'letters.announced'] }))[0]?.letters.find(
    ({ id }) => id === message,
  )?.announced

/** Which of these messages some report has. */
export const knownLetters = async (db: Db, messages: string[]): Promise<Set<string>> =>
  new Set((await findIn(db, reports, 'letters.id', messages, ['letters.id'])).flatMap(({ letters }) => letters.map(({ id }) => id)))

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
