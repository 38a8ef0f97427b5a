import { collection, findById, replace, type Db } from '../db/collection'

/** A head's signature under a month's digest. `_id` is `<agency>/<month>`. */
export interface SignedDigest {
  _id: string
  hash: string
  by: string
  staffId: string
  at: string
}
export const digests = collection<SignedDigest>('digests')

export const findDigest = (db: Db, id: string) => findById(db, digests, id)
export const saveDigest = (db: Db, digest: SignedDigest) => replace(db, digests, digest)
