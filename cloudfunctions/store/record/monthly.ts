import { collection, type Db } from '../db/collection'
import { findById } from '../db/read'
import { replace } from '../db/write'

/** A head's signature under a month's paper. `_id` is `<agency>/<month>`. */
export interface SignedMonthly {
  _id: string
  hash: string
  by: string
  staffId: string
  at: string
}
/** Stored under the name that the first release gave it: a signature that stands is not moved for a word. */
export const signedMonthlies = collection<SignedMonthly>('digests')

export const findMonthly = (db: Db, id: string) => findById(db, signedMonthlies, id)
export const saveMonthly = (db: Db, signed: SignedMonthly) => replace(db, signedMonthlies, signed)
