import type { Day } from '#domain/time/dates'
import type { ReportOutcome, ReportState } from '#domain/work/reports'
import { changeAsRead } from '../db/as-read'
import { collection, index, multikey, unique, undated, type Db, type Filter } from '../db/collection'
import { find, findById } from '../db/read'
import { insert, updateOne } from '../db/write'
import { digested, sealed } from '../db/keyed'

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

/** How many parts a message announced; nothing before it has come. */
export const partsAnnounced = async (db: Db, message: string): Promise<number | undefined> =>
  (await find(db, reports, { 'letters.id': message }, { limit: 1, fields: ['letters.id', 'letters.announced'] }))[0]?.letters.find(
    ({ id }) => id === message,
  )?.announced
