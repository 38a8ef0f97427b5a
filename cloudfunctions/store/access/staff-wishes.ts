import type { WishState } from '#domain/work/staff-wishes'
import { changeAsRead } from '../db/as-read'
import { collection, index, type Db, type Filter } from '../db/collection'
import { find, findById } from '../db/read'
import { insert, update } from '../db/write'
import type { By } from './grants'
import type { Staff } from './staff'

/** What somebody is to be on the staff. */
export type Post = Pick<Staff, 'role' | 'name' | 'agencyId' | 'agency' | 'areas' | 'workerId'>

/**
 * One of an agency wants somebody let in, newly or anew (another phone, a forgotten passphrase). A second person decides, and
 * is shown the code.
 */
export interface StaffWish extends Post {
  _id: string
  /** Whom it is about: there already, unless `isNew` and not yet approved. */
  staffId: string
  isNew: boolean
  reason: string
  askedBy: By
  askedAt: string
  status: WishState
  decidedBy: By | null
  decidedAt: string | null
  why: string
  /** Its code was used: the colleague has come in with it. */
  used?: boolean
  /** The head of the agency has seen that it was approved. */
  seenBy: By | null
}
export const staffWishes = collection<StaffWish>('staff_wishes', [
  index('agencyId', '-askedAt'),
  index('status', '-askedAt'),
  index('staffId', '-askedAt'),
])

export const findWish = (db: Db, id: string) => findById(db, staffWishes, id)
export const insertWish = (db: Db, wish: StaffWish) => insert(db, staffWishes, wish)
export const listWishes = (db: Db, filter: Filter, limit = 200) => find(db, staffWishes, filter, { order: [['askedAt', 'desc']], limit })

/** Whoever comes in with a code has wanted it. */
export const markWishesUsed = (db: Db, staffId: string) =>
  update(db, staffWishes, { staffId, status: 'approved', used: { $ne: true } }, { $set: { used: true } })

/** Changes a wish that still is as it was read: of two who decide at once, one does. */
export const changeWish = (db: Db, wish: StaffWish, change: Partial<StaffWish>): Promise<StaffWish | undefined> =>
  changeAsRead(db, staffWishes, wish, ['status', 'used', 'seenBy.staffId'], { $set: change })
