import type { Day } from '#domain/time/dates'
import { collection, unique, type Db } from '../db/collection'
import { find } from '../db/read'
import { digested } from '../db/keyed'
import { insert } from '../db/write'

/** The receipt of an application made without signing in. What was applied for stands in its case 办件, sealed. */
export interface Application {
  _id: string
  /** Keyed fingerprint of its receipt, which itself is kept nowhere. */
  receipt: string
  caseId: string
  /** The case was opened by it. Of one that was under way already whoever holds this receipt learns nothing. */
  opened: boolean
  receivedOn: Day
}
export const applications = collection<Application>('applications', [unique('receipt')], { receipt: digested('suggestion') })

export const insertApplication = (db: Db, one: Application) => insert(db, applications, one)

/** The application of a receipt, by its fingerprints under every key. */
export const applicationOf = async (db: Db, fingerprints: string[]): Promise<Application | undefined> =>
  (await find(db, applications, { receipt: { $in: fingerprints } }, { limit: 1 }))[0]
