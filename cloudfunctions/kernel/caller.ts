import { findAccount, findSession } from '#store/accounts'
import type { Db } from '#store/collection'
import { abilityOf, type Caller } from './authorize'
import type { Moment } from './clock'
import type { Call } from './context'
import { mac, type Keys } from './keys'
import { blindIndex } from './seal'

/** The account of a WeChat user: keyed by a fingerprint, the openid itself is not kept. */
export const wechatAccountId = (keys: Keys, openid: string): string => blindIndex(keys, 'wechat', openid)

/** A session token is `<account id>/<secret>`; only the fingerprint of the secret is kept. */
export const sessionId = (keys: Keys, token: string): string => mac(keys, 'session', token).toString('base64url')

/** Who is calling, in one database round: roles and areas are read afresh on every request. */
export async function findCaller(db: Db, keys: Keys, { openid, session }: Call, { iso }: Moment): Promise<Caller> {
  if (openid) return callerOf(await findAccount(db, wechatAccountId(keys, openid)))
  if (!session) return callerOf(undefined)
  const [accountId = ''] = session.split('/')
  const [account, held] = await Promise.all([findAccount(db, accountId), findSession(db, sessionId(keys, session))])
  const holds = held && held.accountId === account?._id && held.until > iso
  return holds ? { ...callerOf(account), until: held.until } : callerOf(undefined)
}

const callerOf = (account: Caller['account']): Caller => ({ account, ability: abilityOf(account) })
