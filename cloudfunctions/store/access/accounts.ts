import type { Arrivals } from '#domain/money/arrivals'
import type { Day } from '#domain/time/dates'
import { changeAsRead } from '../db/as-read'
import { collection, index, unique, type Db, type Filter } from '../db/collection'
import { find, findById } from '../db/read'
import { insert, remove, update, updateOne } from '../db/write'
import { indexed, sealed } from '../db/keyed'
import type { Vouched } from './vouched'

export type Platform = 'wechat' | 'alipay' | 'h5'

/**
 * Who may come in: one phone (or one browser). Bound to a person (farmer), to a post (staff), to files that relatives let it see, or to
 * nothing yet. H5 and Alipay hold a session, whose secret only the phone knows and whose fingerprint is kept here; for WeChat the
 * platform vouches at every call.
 */
export interface Account {
  _id: string
  platform: Platform
  /** Blind index of the platform's user, `h5/<id>` where there is none; and the same sealed, so that a new key can index it anew. */
  loginIndex: string
  loginSealed: string | null
  /** `steppedUp`: when the officer last proved to be there, for an export. */
  session: { fingerprint: string; until: string; steppedUp?: string } | null
  person: { personId: string; boundOn: Day; vouched?: Vouched } | null
  staffId: string | null
  /** Whose grants count for this account: its own and its agency's. */
  grantHolders: string[]
  proxyIds: string[]
  /** That the person wants to be told, on this phone, when money has come. */
  arrivals?: Arrivals
  createdAt: string
}
export const accounts = collection<Account>(
  'accounts',
  [
    unique('loginIndex'),
    index('person.personId'),
    index('person.vouched.villageCode'),
    index('staffId'),
    index('session.until'),
    index('arrivals.left'),
  ],
  {
    loginSealed: sealed(),
    loginIndex: indexed('login', ({ loginSealed }, open) => (loginSealed === null ? undefined : open(loginSealed))),
  },
)

/** Anything of an account that a code binds. */
export type Binds =
  | { kind: 'person'; personId: string; name: string; vouched: Vouched }
  | { kind: 'staff'; staffId: string }
  | { kind: 'proxy'; proxyId: string }

/**
 * A one-time sign-in code. `_id` is its fingerprint. `spent`: by which account, and the fingerprint of the key that its phone
 * sent along.
 */
export interface Invitation {
  _id: string
  binds: Binds
  until: string
  spent?: { accountId: string; key: string | null; at: string }
}
export const invitations = collection<Invitation>('invitations', [index('until')])

export const findAccount = (db: Db, id: string) => findById(db, accounts, id)
export const insertAccount = (db: Db, account: Account) => insert(db, accounts, account)
export const changeAccount = (db: Db, id: string, change: Filter) => updateOne(db, accounts, { _id: id }, change)
/** Changes what a phone is to be told if nobody has meanwhile; nothing to whoever was second. */
export const changeArrivals = (db: Db, account: Account, arrivals: Arrivals) =>
  changeAsRead(db, accounts, account, ['person.personId', 'arrivals.left', 'arrivals.tries'], { $set: { arrivals } })
export const accountsOfPerson = (db: Db, personId: string) => find(db, accounts, { 'person.personId': personId })
export const removeAccount = (db: Db, id: string) => remove(db, accounts, { _id: id })

export const saveInvitation = (db: Db, invitation: Invitation) => insert(db, invitations, invitation)

/** A code that could still be spent; ids are its fingerprints under every key. */
export const findInvitation = async (db: Db, ids: string[], now: string): Promise<Invitation | undefined> =>
  (await find(db, invitations, { _id: { $in: ids }, until: { $gt: now } }, { limit: 1 }))[0]

/** Makes the codes of one of the staff void: a new one is asked for when the last went astray, and whoever found that one finds nothing. */
export const voidInvitations = (db: Db, staffId: string, now: string): Promise<number> =>
  update(db, invitations, { 'binds.staffId': staffId, until: { $gt: now } }, { $set: { until: '' } })

/** A code that was spent after an instant. */
export const findSpent = async (db: Db, ids: string[], after: string): Promise<Invitation | undefined> =>
  (await find(db, invitations, { _id: { $in: ids }, 'spent.at': { $gt: after } }, { limit: 1 }))[0]

/** Spends a one-time code: atomically, so that two phones cannot both redeem it. */
export const spendInvitation = (db: Db, id: string, now: string, spent?: Invitation['spent']): Promise<Invitation | undefined> =>
  updateOne(db, invitations, { _id: id, until: { $gt: now } }, { $set: { until: '', ...(spent && { spent }) } })
