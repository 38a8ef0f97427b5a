import type { DutyRole, StaffRole } from '#domain/access/staff'
import { dutyRoles } from '#domain/access/staff'
import type { Standing } from '#domain/access/second-person'
import { collection, index, unique, type Db, type Filter } from '../db/collection'
import { find, findById, findIn } from '../db/read'
import { insert, updateOne } from '../db/write'
import { sealed } from '../db/keyed'

/** Somebody who works for the county. Read afresh on every request through their account: a change counts at once. */
export interface Staff {
  _id: string
  role: StaffRole
  name: string
  agencyId: string
  agency: string
  /** Villages of a grid worker, twelve digits. */
  areas: string[]
  /** Who a cadre or doctor is on the departments' lists. */
  workerId: string | null
  /** `invited`: the code has not been redeemed yet. */
  status: 'invited' | 'active' | 'removed'
  /** Who asked for this account: a colleague's id, or `operator`. */
  invitedBy: string
  /**
   * Who asked since to let them in anew, and to whom a code of theirs was shown: none of these is a second person to them
   * (domain/access/second-person).
   */
  resetBy?: string[]
  shownTo?: string[]
  since: string
  /** SHA-256 of the pledge signed, by head and data officer. */
  pledge: { hash: string; at: string } | null
  removed: { by: string; at: string } | null
}
export const staff = collection<Staff>('staff', [index('agencyId'), index('status')])

/** How an officer signs in. `_id` is the login name. */
export interface Credential {
  _id: string
  staffId: string
  /** scrypt, base64. */
  salt: string
  hash: string
  totpSealed: string
  /** The last TOTP step used: none counts twice. */
  lastStep: number
}
export const credentials = collection<Credential>('credentials', [unique('staffId')], { totpSealed: sealed() })

export const findStaff = (db: Db, id: string) => findById(db, staff, id)
/** Who stands behind these. */
export const standingsOf = (db: Db, ids: string[]): Promise<Standing[]> =>
  findIn(db, staff, '_id', ids, ['invitedBy', 'resetBy', 'shownTo'])
export const insertStaff = (db: Db, one: Staff) => insert(db, staff, one)
export const changeStaff = (db: Db, filter: Filter, change: Filter) => updateOne(db, staff, filter, change)
/** Everybody of an agency, or of all; in office pages only. */
export const listStaff = (db: Db, agencyId?: string) =>
  find(db, staff, agencyId === undefined ? {} : { agencyId }, {
    order: [
      ['agencyId', 'asc'],
      ['role', 'asc'],
    ],
  })

/** Who of these agencies has a duty, and is at their post. */
export const dutyStaff = (db: Db, agencyIds: string[]): Promise<Staff[]> =>
  find(
    db,
    staff,
    { agencyId: { $in: agencyIds }, role: { $in: [...dutyRoles] }, status: 'active' },
    {
      order: [
        ['agencyId', 'asc'],
        ['role', 'desc'],
      ],
    },
  )

/** Who of an agency answers for its use of data: those with a duty who signed the text that has this hash. */
export async function signedDuties(db: Db, agencyId: string, hashes: Record<DutyRole, string>): Promise<Record<DutyRole, boolean>> {
  const found = await find(db, staff, { agencyId, role: { $in: [...dutyRoles] }, status: 'active' })
  const signed = (role: DutyRole) => found.some((one) => one.role === role && one.pledge?.hash === hashes[role])
  return { head: signed('head'), 'data-officer': signed('data-officer') }
}

export const findCredential = (db: Db, login: string) => findById(db, credentials, login)
export const insertCredential = (db: Db, credential: Credential) => insert(db, credentials, credential)

/** Uses a TOTP step up: false if it, or a later one, was used before. */
export const useStep = async (db: Db, login: string, step: number): Promise<boolean> =>
  (await updateOne(db, credentials, { _id: login, lastStep: { $lt: step } }, { $set: { lastStep: step } })) !== undefined
