import type { Day } from '#domain/dates'
import { reportOutcomes, type ReportOutcome, type ReportState } from '#domain/reports'
import { collection, count, find, findById, findIn, index, insert, multikey, remove, unique, undated, updateOne, type Db, type Filter } from './collection'
import { digested, sealed } from './keyed'
import { talliesOf } from './report-tallies'

export interface WrappedKey { id: string; wrapped: string }

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
}
export const reports = undated(collection<Report>(
  'reports',
  [unique('mailbox'), index('office', 'state'), index('destroyOn'), index('receivedOn'), multikey('letters.id')],
  { mailbox: digested('mailbox'), caseSealed: sealed() },
))

/** Letters of a report after which the reporter's further ones, and then the office's answers, are no longer taken: a document has room for so many. */
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
  updateOne(db, reports, { _id: reportId, 'letters.id': { $ne: letter.id }, letterCount: { $lt: roomFor.reporter } }, { $push: { letters: letter }, $inc: { letterCount: 1 } })

/** What an act of the office writes: what changes, and its letter with it. */
export const acted = (change: Filter, letter?: ReportLetter): Filter => ({ $set: change, ...(letter && { $push: { letters: letter }, $inc: { letterCount: 1 } }) })

/** One act on the report as it was read. Nothing if somebody has changed it meanwhile. */
export const act = (db: Db, { _id, office, state, letterCount }: Report, change: Filter): Promise<Report | undefined> =>
  updateOne(db, reports, { _id, office, state, letterCount }, change)

/** Of a report what a list shows; not what is in its letters. */
export type ListedReport = Omit<Report, 'mailbox' | 'note' | 'letters'> & { letters: Pick<ReportLetter, 'by'>[] }
const listed = ['office', 'receivedOn', 'letterCount', 'state', 'category', 'dueOn', 'outcome', 'closedOn', 'destroyOn', 'caseSealed', 'letters.by']

/** An office's reports, newest day first. Ids are random, so that within a day the order says nothing. */
export const reportsOf = (db: Db, office: string, open: boolean): Promise<ListedReport[]> =>
  find(db, reports, { office, state: { [open ? '$nin' : '$in']: ['closed', 'spam'] } }, { order: [['receivedOn', 'desc'], ['_id', 'asc']], fields: listed })

export const countNewReports = (db: Db, office: string): Promise<number> => count(db, reports, { office, state: 'new' })

/** Of a report whose time is over, what is still to be done. */
export type DueReport = Pick<Report, '_id' | 'office' | 'receivedOn' | 'category' | 'outcome' | 'closedOn'> & { letters: Pick<ReportLetter, 'id'>[] }
export const reportsToDestroy = (db: Db, today: Day): Promise<DueReport[]> =>
  find(db, reports, { destroyOn: { $lte: today } }, { order: [['_id', 'asc']], limit: 200, fields: ['office', 'receivedOn', 'category', 'outcome', 'closedOn', 'letters.id'] })

/** False when it was taken back meanwhile. */
export const destroyReport = async (db: Db, _id: string, today: Day): Promise<boolean> =>
  (await remove(db, reports, { _id, destroyOn: { $lte: today } })) > 0

/** Which of these reports there still are. */
export const knownReports = async (db: Db, ids: string[]): Promise<string[]> => (await findIn(db, reports, '_id', ids, ['office'])).map(({ _id }) => _id)

/** How many parts a message announced; nothing before it has come. */
export const partsAnnounced = async (db: Db, message: string): Promise<number | undefined> =>
  (await find(db, reports, { 'letters.id': message }, { limit: 1, fields: ['letters.id', 'letters.announced'] }))[0]?.letters.find(({ id }) => id === message)?.announced

/** Which of these messages some report has. */
export const knownLetters = async (db: Db, messages: string[]): Promise<Set<string>> =>
  new Set((await findIn(db, reports, 'letters.id', messages, ['letters.id'])).flatMap(({ letters }) => letters.map(({ id }) => id)))

/**
 * What the public may know of a year's reports (`YYYY`): those that came before a day and are there, and those that were destroyed. Spam is
 * none. Whoever watches a figure that counts today's as well sees the moment when each comes.
 */
export async function reportFigures(db: Db, year: string, before: Day): Promise<{ received: number; closed: number; outcomes: { outcome: ReportOutcome; count: number }[] }> {
  const tallies = await talliesOf(db, year)
  const counting = new Set(tallies.flatMap((tally) => tally.counting))
  const ofYear = { $gte: `${year}-01-01`, $lte: `${year}-12-31` }
  const there = { state: { $ne: 'spam' }, _id: { $nin: [...counting] } }
  const sum = (some: { count: number }[]) => some.reduce((total, { count: more }) => total + more, 0)
  const [received, ...closed] = await Promise.all([
    count(db, reports, { ...there, receivedOn: { ...ofYear, $lt: before } }),
    ...reportOutcomes.map((outcome) => count(db, reports, { ...there, closedOn: ofYear, outcome })),
  ])
  const outcomes = reportOutcomes.map((outcome, i) => ({ outcome, count: closed[i]! + sum(tallies.filter((tally) => tally.closedIn === year && tally.outcome === outcome)) }))
  return { received: received + sum(tallies.filter(({ receivedIn }) => receivedIn === year)), closed: sum(outcomes), outcomes }
}
