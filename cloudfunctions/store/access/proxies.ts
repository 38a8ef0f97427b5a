import type { Day } from '#domain/time/dates'
import type { HouseholdPart } from '#domain/register/register'
import { collection, index, type Db } from '../db/collection'
import { find, findById } from '../db/read'
import { insert, updateOne } from '../db/write'
import type { Vouched } from './vouched'

/** A relative (or a child's guardian) who may see a person's household file. */
export interface Proxy {
  _id: string
  /** Whose file, and who let them. */
  personId: string
  /** Masked name of that person, for the relative's phone. */
  principal: string
  name: string
  relation: string
  parts: HouseholdPart[]
  from: Day
  until: Day
  by: 'self' | 'office' | 'guardian'
  /** Where the paper consent lies, or who saw the guardian. */
  evidence: string | null
  /** True once a phone has redeemed its code. */
  redeemed: boolean
  revoked: { by: 'self' | 'office'; at: string } | null
  vouched?: Vouched
  createdAt: string
}
export const proxies = collection<Proxy>('proxies', [index('personId'), index('vouched.villageCode')])

export const insertProxy = (db: Db, proxy: Proxy) => insert(db, proxies, proxy)
export const findProxy = (db: Db, id: string) => findById(db, proxies, id)
export const proxiesOfPerson = (db: Db, personId: string) => find(db, proxies, { personId }, { order: [['createdAt', 'desc']], limit: 50 })
export const proxiesMadeBy = (db: Db, personId: string, phone: string) =>
  find(db, proxies, { personId, revoked: null, 'vouched.phone': phone }, { limit: 50 })
export const markRedeemed = (db: Db, id: string) => updateOne(db, proxies, { _id: id }, { $set: { redeemed: true } })

/** Ends it at once; only the person it is about, or the office for them, may. */
export const revokeProxy = (db: Db, id: string, personId: string, by: 'self' | 'office', at: string) =>
  updateOne(db, proxies, { _id: id, personId, revoked: null }, { $set: { revoked: { by, at } } })
