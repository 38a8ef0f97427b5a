import { newAccount, newSession } from '#kernel/access/caller'
import { hoursAfter, now } from '#kernel/call/clock'
import type { Keys } from '#kernel/seal/keys'
import { accounts, insertAccount, type Account } from '#store/access/accounts'
import type { Db } from '#store/db/collection'
import { remove } from '#store/db/write'

/** What the ids of the demo's accounts begin with. */
const mark = 'demo-'

/** Signs somebody of the demo in for eight hours; the session token. */
export async function demoSession(db: Db, keys: Keys, binds: Pick<Account, 'person' | 'staffId' | 'grantHolders'>): Promise<string> {
  const one = newAccount(keys, now().iso)
  const account = { ...one, _id: `${mark}${one._id}`, ...binds }
  const { token, session } = newSession(keys, account._id, hoursAfter(now(), 8))
  await insertAccount(db, { ...account, session })
  return token
}

/** Signs all of the demo's people out, for good. */
export const endDemoSessions = (db: Db): Promise<number> => remove(db, accounts, { _id: { $gte: mark, $lt: `${mark}~` } })
