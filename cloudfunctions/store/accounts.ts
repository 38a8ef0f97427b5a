import type { WorkerRole } from '#domain/county'
import { collection, find, findById, index, insert, remove, replace, updateOne, type Db } from './collection'

/** Who may come in. An account is bound to a person (farmer), holds a post (worker), or both. */
export interface Account {
  _id: string
  person: { personId: string; householdId: string; name: string } | null
  post: { role: WorkerRole; name: string; agency: string; areas: string[]; workerId: string | null } | null
}
export const accounts = collection<Account>('accounts', [index('person.personId')])

/** A session of H5 or Alipay. `_id` is the fingerprint of its secret, which only the phone holds. */
export interface Session { _id: string; accountId: string; until: string }
export const sessions = collection<Session>('sessions', [index('accountId'), index('until')])

/** A one-time sign-in code. `_id` is its fingerprint. */
export interface Invitation { _id: string; binds: Pick<Account, 'person' | 'post'>; until: string }
export const invitations = collection<Invitation>('invitations', [index('until')])

export const findAccount = (db: Db, id: string) => findById(db, accounts, id)
export const findSession = (db: Db, id: string) => findById(db, sessions, id)
export const saveAccount = (db: Db, account: Account) => replace(db, accounts, account)
export const saveSession = (db: Db, session: Session) => insert(db, sessions, session)
export const saveInvitation = (db: Db, invitation: Invitation) => insert(db, invitations, invitation)

/** Spends a one-time code: atomically, so that two phones cannot both redeem it. */
export const spendInvitation = (db: Db, id: string, now: string): Promise<Invitation | undefined> =>
  updateOne(db, invitations, { _id: id, until: { $gt: now } }, { $set: { until: '' } })

export const endSession = (db: Db, id: string) => remove(db, sessions, { _id: id })
export const removeAccount = (db: Db, id: string) => remove(db, accounts, { _id: id })
/** Sessions of an account that still hold. */
export const sessionsOf = (db: Db, accountId: string) => find(db, sessions, { accountId })
