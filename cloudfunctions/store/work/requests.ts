import type { Day } from '#domain/time/dates'
import type { HouseholdPart } from '#domain/register/register'
import type { RequestKind } from '#domain/work/requests'
import { changeAsRead } from '../db/as-read'
import { collection, index, type Db } from '../db/collection'
import { count, find, findById } from '../db/read'
import type { Transaction } from '../db/transaction'
import { insert } from '../db/write'
import { sealed } from '../db/keyed'

/**
 * What a farmer asks of an agency: a correction of the file, a complaint about a look, money that has not come as it should. Its
 * words are sealed, they are somebody's data.
 */
export interface FarmerRequest {
  _id: string
  kind: RequestKind
  householdId: string
  personId: string
  villageCode: string
  /** Masked name of who asks. */
  from: string
  toAgencyId: string
  to: string
  about: string
  /** The part of the file that a correction is about: what the desk may open for it. */
  part?: HouseholdPart
  /** Until when it is to be answered. */
  dueOn?: Day
  /** Who opened the household for it, and when first: one look for one request. */
  opened?: { staffId: string; name: string; at: string }
  /** The plan row that has not come as it should. */
  paymentId?: string
  /** The visit at which it was heard, or that it denies. */
  visitId?: string
  /** Of a need: whether it was met, once it is answered. */
  met?: boolean
  /** The audit entry complained of. */
  lookId: string | null
  wordsSealed: string
  at: string
  answerSealed: string | null
  answeredBy: string | null
  answeredAt: string | null
}
export const requests = collection<FarmerRequest>(
  'requests',
  [
    index('personId', '-at'),
    index('toAgencyId', 'answeredAt', '-at'),
    index('toAgencyId', 'answeredAt', 'dueOn'),
    index('lookId'),
    index('visitId'),
  ],
  { wordsSealed: sealed(), answerSealed: sealed() },
)

export const insertRequest = (db: Db, request: FarmerRequest) => insert(db, requests, request)
export const findRequest = (db: Db, id: string) => findById(db, requests, id)
export const requestsOfPerson = (db: Db, personId: string) => find(db, requests, { personId }, { order: [['at', 'desc']], limit: 100 })
/** An agency's: what is open by the day it is due, what was answered newest first. */
export const requestsTo = (db: Db, toAgencyId: string, open: boolean) =>
  find(
    db,
    requests,
    { toAgencyId, answeredAt: open ? null : { $ne: null } },
    {
      order: open
        ? [
            ['dueOn', 'asc'],
            ['at', 'asc'],
          ]
        : [['at', 'desc']],
      limit: 200,
    },
  )

export const countOpenRequests = (db: Db, toAgencyId: string) => count(db, requests, { toAgencyId, answeredAt: null })

/** Notes who opened the household for a request, if nobody has answered or opened it meanwhile. */
export const markOpened = (db: Db, request: FarmerRequest, opened: NonNullable<FarmerRequest['opened']>) =>
  changeAsRead(db, requests, request, ['answeredAt', 'opened.staffId', 'opened.at'], { $set: { opened } })

/** What a word about money or a visit asks, and the end of the open request that it takes back. */
export interface AskedAnew {
  request?: FarmerRequest
  takenBack?: { id: string; end: Pick<FarmerRequest, 'answerSealed' | 'answeredBy' | 'answeredAt'> }
}

/** Within what else is written with it. One that was answered meanwhile stays as it was answered. */
export async function writeAsked(transaction: Transaction, { request, takenBack }: AskedAnew): Promise<void> {
  if (request) await transaction.add(requests, request)
  const open = takenBack && (await transaction.get(requests, takenBack.id))
  if (open && open.answeredAt === null) await transaction.set(requests, { ...open, ...takenBack.end })
}

/** Answers a request that nobody has answered meanwhile. */
export const answerRequest = (
  db: Db,
  request: FarmerRequest,
  answer: Pick<FarmerRequest, 'answerSealed' | 'answeredBy' | 'answeredAt' | 'met'>,
) => changeAsRead(db, requests, request, ['answeredAt'], { $set: answer })
