import type { Day } from '#domain/time/dates'
import type { GrantState, SealedField } from '#domain/access/grants'
import type { HouseholdPart } from '#domain/register/register'
import { changeAsRead } from '../db/as-read'
import { collection, index, type Db, type Filter } from '../db/collection'
import { count, find, findById } from '../db/read'
import { insert } from '../db/write'

/** Who did something, as it is shown later. */
export interface By {
  staffId: string
  name: string
}

/** Leave to look 授权: who, what for, where, what, until when. Everything not in it is not allowed. */
export interface Grant {
  _id: string
  /** `agency:<id>` or `staff:<id>`. */
  holder: string
  holderName: string
  agencyId: string
  agency: string
  purpose: string
  /** Division code of 6, 9 or 12 digits; '' when it is for one household. */
  area: string
  householdId: string | null
  parts: HouseholdPart[]
  fields: SealedField[]
  from: Day
  until: Day
  /** Asked by a head, for one, or in the data office: the head of the discipline office may decide it as well. */
  beyondAgency?: boolean
  /** For an emergency: the instant it ends. */
  untilInstant: string | null
  status: GrantState
  emergency: boolean
  reason: string
  askedBy: By
  askedAt: string
  decidedBy: By | null
  decidedAt: string | null
  /** Why it was refused or revoked. */
  why: string
  /** For an emergency: the agency whose head is alarmed. A head's own emergency alarms another. */
  alarmedAgencyId: string | null
  /** That head has seen it. */
  acknowledgedBy: By | null
}
export const grants = collection<Grant>('grants', [
  index('holder'),
  index('agencyId', '-askedAt'),
  index('status'),
  index('alarmedAgencyId'),
])

export const agencyHolder = (agencyId: string) => `agency:${agencyId}`
export const staffHolder = (staffId: string) => `staff:${staffId}`

export const findGrant = (db: Db, id: string) => findById(db, grants, id)
export const insertGrant = (db: Db, grant: Grant) => insert(db, grants, grant)
export const listGrants = (db: Db, filter: Filter) => find(db, grants, filter, { order: [['askedAt', 'desc']], limit: 200 })
/** Somebody's emergencies, newest first. */
export const emergenciesOf = (db: Db, staffId: string, limit: number) =>
  find(db, grants, { holder: staffHolder(staffId), emergency: true }, { order: [['askedAt', 'desc']], limit })
export const countGrants = (db: Db, filter: Filter) => count(db, grants, filter)

/** Changes a grant that still is as it was read: of two who decide at once, one does. */
export const changeGrant = (db: Db, grant: Grant, change: Partial<Grant>): Promise<Grant | undefined> =>
  changeAsRead(db, grants, grant, ['status', 'acknowledgedBy.staffId'], { $set: change })
