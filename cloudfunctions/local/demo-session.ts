import { newAccount, newSession } from '#kernel/caller'
import { hoursAfter, now } from '#kernel/clock'
import type { Keys } from '#kernel/keys'
import { insertAccount, type Account } from '#store/accounts'
import type { Db } from '#store/collection'

/** Signs somebody of the demo in for eight hours; the session token. */
export async function demoSession(db: Db, keys: Keys, binds: Pick<Account, 'person' | 'staffId' | 'grantHolders'>): Promise<string> {
  const account = { ...newAccount(keys, now().iso), ...binds }
  const { token, session } = newSession(keys, account._id, hoursAfter(now(), 8))
  await insertAccount(db, { ...account, session })
  return token
}
