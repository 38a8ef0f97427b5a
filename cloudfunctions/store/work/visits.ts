import type { WorkerRole } from '#domain/access/staff'
import type { Sayer } from '#domain/money/said'
import type { Day } from '#domain/time/dates'
import type { VisitWordSaid } from '#domain/work/visit-words'
import { collection, index, type Db } from '../db/collection'
import { find, findById, findEach } from '../db/read'
import { sealed } from '../db/keyed'

/**
 * A visit 走访 as it came from a phone. Its id is made there, before anything is sent, so that the same one sent again is one. What stands
 * of a household is no document of its own: it follows from its visits (domain/work/visits).
 */
export interface Visit {
  _id: string
  householdId: string
  townCode: string
  villageCode: string
  staffId: string
  /** The phone, and the visit's number among those made on it, from 1. */
  accountId: string
  seq: number
  name: string
  role: WorkerRole
  agencyId: string
  agency: string
  /** Who a cadre or doctor is on the departments' lists. */
  workerId: string | null
  purpose: string
  consent: 'self' | 'family'
  on: Day
  /** The phone's own clock when it was written, and the server's when it came first. */
  phoneAt: string
  at: string
  /** Seconds from opening the form to keeping it, as the phone counted them. */
  seconds: number
  /** Made without signal, from what was taken along. */
  takingId: string | null
  unchanged: boolean
  /** Some field of the form is not as it was known. */
  changed: boolean
  /** How many needs it heard: those are requests (`need-<visit>-<n>`). */
  needs: number
  photos: number
  /** VisitContent, as JSON. */
  contentSealed: string
  /** Counted up from 1 when what was sent already is put right on the phone; what stood before is kept (`visitVersions`). */
  version: number
  /** What the household says of it: 来过, 没来过, 说得不对. The newest holds. */
  word: VisitWord | null
  formerWords: VisitWord[]
}

export interface VisitWord {
  said: VisitWordSaid
  by: Exclude<Sayer, 'call'>
  at: string
  /** The request that it became, with its words. */
  requestId: string | null
}

export const visits = collection<Visit>(
  'visits',
  [
    index('householdId', '-on'),
    index('staffId', '-on'),
    index('accountId', 'seq'),
    index('townCode', 'on'),
    index('villageCode', 'on'),
    index('word.said', 'on'),
  ],
  { contentSealed: sealed() },
)

/** What a visit said before it was put right. `_id` is `<visit>/<version>`. */
export interface VisitVersion {
  _id: string
  visitId: string
  contentSealed: string
  at: string
}
export const visitVersions = collection<VisitVersion>('visit_versions', [index('visitId')], { contentSealed: sealed() })

/** One part of a photo of a visit. `_id` is `<visit>/<photo>/<index>`: the same part twice is one. */
export interface VisitPart {
  _id: string
  visitId: string
  photo: number
  index: number
  of: number
  staffId: string
  day: Day
  sealed: string
}
export const visitParts = collection<VisitPart>('visit_parts', [index('visitId'), index('day')], { sealed: sealed() })

/** Households that somebody took along on a phone, to look at them without signal. */
export interface Taking {
  _id: string
  staffId: string
  accountId: string
  purpose: string
  householdIds: string[]
  at: string
  /** Until when the phone may open them. */
  until: string
  /** Handed back before, or deleted because it was over. */
  backAt: string | null
}
export const takings = collection<Taking>('takings', [index('accountId', '-at'), index('staffId', '-at'), index('until')])

/** What a phone says it still holds, and up to where its visits came. */
export interface Outbox {
  /** The phone. */
  _id: string
  staffId: string
  agencyId: string
  /** How many it holds, the oldest since when; as it said last. */
  holds: number
  since: string | null
  /** The highest number that it has given a visit. */
  last: number
  saidAt: string
}
export const outboxes = collection<Outbox>('outboxes', [index('staffId'), index('agencyId', 'since')])

export const findVisit = (db: Db, id: string) => findById(db, visits, id)
export const visitsOf = (db: Db, householdId: string) => findEach(db, visits, { householdId })
/** The newest visits of a household first. */
export const lastVisitsOf = (db: Db, householdId: string, limit: number) =>
  find(db, visits, { householdId }, { order: [['on', 'desc']], limit })
