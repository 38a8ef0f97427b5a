import type { WorkerRole } from '#domain/county'
import { collection, findById, index, insert, remove, replace, updateOne, type Db } from './collection'

/**
 * Who may come in: one phone. Bound to a person (farmer), holding a post (worker), or both. H5 and Alipay hold a
 * session, whose secret only the phone knows and whose fingerprint is kept here; for WeChat the platform vouches.
 */
export interface Account {
  _id: string
  session: { fingerprint: string; until: string } | null
  person: { personId: string; householdId: string; name: string } | null
  post: { role: WorkerRole; name: string; agency: string; areas: string[]; workerId: string | null } | null
}
export const accounts = collection<Account>('accounts', [index('person.personId'), index('session.until')])

/** A one-time sign-in code. `_id` is its fingerprint. */
export interface Invitation { _id: string; binds: Pick<Account, 'person' | 'post'>; until: string }
export const invitations = collection<Invitation>('invitations', [index('until')])

export const findAccount = (db: Db, id: string) => findById(db, accounts, id)
export const saveAccount = (db: Db, account: Account) => replace(db, accounts, account)
export const saveInvitation = (db: Db, invitation: Invitation) => insert(db, invitations, invitation)

/** Spends a one-time code: atomically, so that two phones cannot both redeem it. */
export const spendInvitation = (db: Db, id: string, now: string): Promise<Invitation | undefined> =>
  updateOne(db, invitations, { _id: id, until: { $gt: now } }, { $set: { until: '' } })

export const removeAccount = (db: Db, id: string) => remove(db, accounts, { _id: id })
