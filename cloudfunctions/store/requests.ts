import { collection, count, find, findById, index, insert, updateOne, type Db, type Filter } from './collection'
import { sealed } from './keyed'

/** What a farmer asks of an agency: a correction of the file, or a complaint about a look. Its words are sealed, they are somebody's data. */
export interface FarmerRequest {
  _id: string
  kind: 'correction' | 'complaint'
  householdId: string
  personId: string
  villageCode: string
  /** Masked name of who asks. */
  from: string
  toAgencyId: string
  to: string
  about: string
  /** The audit entry complained of. */
  lookId: string | null
  wordsSealed: string
  at: string
  answerSealed: string | null
  answeredBy: string | null
  answeredAt: string | null
}
export const requests = collection<FarmerRequest>('requests', [index('personId', '-at'), index('toAgencyId', 'answeredAt', '-at'), index('lookId')], { wordsSealed: sealed(), answerSealed: sealed() })

export const insertRequest = (db: Db, request: FarmerRequest) => insert(db, requests, request)
export const findRequest = (db: Db, id: string) => findById(db, requests, id)
export const requestsOfPerson = (db: Db, personId: string) => find(db, requests, { personId }, { order: [['at', 'desc']], limit: 100 })
export const requestsTo = (db: Db, toAgencyId: string, open: boolean) =>
  find(db, requests, { toAgencyId, answeredAt: open ? null : { $ne: null } }, { order: [['at', 'desc']], limit: 200 })
export const countOpenRequests = (db: Db, toAgencyId: string) => count(db, requests, { toAgencyId, answeredAt: null })

/** Answers a request that is still open. */
export const answerRequest = (db: Db, filter: Filter, answer: Pick<FarmerRequest, 'answerSealed' | 'answeredBy' | 'answeredAt'>) =>
  updateOne(db, requests, { ...filter, answeredAt: null }, { $set: answer })
