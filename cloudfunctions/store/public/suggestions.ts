import type { Day } from '#domain/time/dates'
import type { AnswerState } from '#domain/work/suggestions'
import { changeAsRead } from '../db/as-read'
import { collection, index, unique, undated, type Db, type Filter } from '../db/collection'
import { count, find, findById } from '../db/read'
import { insert, update } from '../db/write'
import { digested, sealed } from '../db/keyed'

/** A villager's suggestion, with or without a way to reach them. Bears days, never times; nothing says which phone it came from. */
export interface Suggestion {
  _id: string
  /** Keyed fingerprint of its receipt, which itself is kept nowhere. */
  receipt: string
  wordsSealed: string
  contactSealed: string | null
  /** Said against a case 办件 while it is shown in the village. */
  caseId?: string
  /** Twelve-digit code of the place it is about. */
  place: string | null
  state: AnswerState
  receivedOn: Day
  /** Until when the next step is promised; null when there is none. */
  dueOn: Day | null
  agencyId: string | null
  agency: string | null
  /** What the data office said to the agency. */
  noteSealed: string | null
  /** The answer, or why it was set aside. */
  answerSealed: string | null
  answeredBy: string | null
  answeredOn: Day | null
  /** Question and answer as everybody may read them. */
  published: { question: string; answer: string } | null
  publicOn: Day | null
}
export const suggestions = undated(
  collection<Suggestion>(
    'suggestions',
    [
      unique('receipt'),
      index('state', 'dueOn'),
      index('agencyId', 'state'),
      index('receivedOn'),
      index('answeredOn'),
      index('-publicOn', '_id'),
      index('caseId'),
    ],
    { receipt: digested('suggestion'), wordsSealed: sealed(), contactSealed: sealed(), noteSealed: sealed(), answerSealed: sealed() },
  ),
)

export const insertSuggestion = (db: Db, suggestion: Suggestion) => insert(db, suggestions, suggestion)
export const findSuggestion = (db: Db, id: string) => findById(db, suggestions, id)

/** The suggestion of a receipt, by its fingerprints under every key. */
export const findByReceipt = async (db: Db, fingerprints: string[]): Promise<Suggestion | undefined> =>
  (await find(db, suggestions, { receipt: { $in: fingerprints } }, { limit: 1 }))[0]

/** What was said against a case. */
export const objectionsTo = (db: Db, caseId: string): Promise<Suggestion[]> =>
  find(db, suggestions, { caseId }, { order: [['receivedOn', 'asc']], limit: 200 })

const stillOpen = { state: { $in: ['received', 'assigned'] } }
const done = { state: { $in: ['answered', 'set-aside'] } }

/** An agency's, or with none all: what is open by the day it is due, what is done newest first. */
export const listSuggestions = (db: Db, open: boolean, agencyId?: string): Promise<Suggestion[]> =>
  find(
    db,
    suggestions,
    { ...(open ? stillOpen : done), ...(agencyId !== undefined && { agencyId }) },
    { order: [open ? ['dueOn', 'asc'] : ['answeredOn', 'desc'], ['_id', 'asc']], limit: 200 },
  )

export const countSuggestions = (db: Db, filter: Filter) => count(db, suggestions, filter)

/** Changes a suggestion that still is as it was read: of two at once, one does. */
export const changeSuggestion = (db: Db, suggestion: Suggestion, change: Partial<Suggestion>): Promise<Suggestion | undefined> =>
  changeAsRead(db, suggestions, suggestion, ['state', 'agencyId'], { $set: change })

/** Forgets the contacts of what was answered or set aside before a day. */
export const forgetContacts = (db: Db, before: Day): Promise<number> =>
  update(db, suggestions, { ...done, answeredOn: { $lt: before }, contactSealed: { $ne: null } }, { $set: { contactSealed: null } })

/** What was answered in public, newest first; `after` is the last one already seen. */
export function listPublicAnswers(db: Db, limit: number, after?: { publicOn: string; id: string }): Promise<Suggestion[]> {
  const later = after && { $or: [{ publicOn: { $lt: after.publicOn } }, { publicOn: after.publicOn, _id: { $gt: after.id } }] }
  return find(
    db,
    suggestions,
    { publicOn: { $gt: '' }, ...later },
    {
      order: [
        ['publicOn', 'desc'],
        ['_id', 'asc'],
      ],
      limit,
    },
  )
}

/** Received and answered in a year (`YYYY`), whenever the other was. */
export async function suggestionFigures(db: Db, year: string): Promise<{ received: number; answered: number }> {
  const ofYear = { $gte: `${year}-01-01`, $lte: `${year}-12-31` }
  const [received, answered] = await Promise.all([
    countSuggestions(db, { receivedOn: ofYear }),
    countSuggestions(db, { state: 'answered', answeredOn: ofYear }),
  ])
  return { received, answered }
}
