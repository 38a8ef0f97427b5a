import { randomBytes, timingSafeEqual } from 'node:crypto'
import { findAccount } from '#store/accounts'
import type { Db } from '#store/collection'
import { abilityOf, type Caller } from './authorize'
import type { Moment } from './clock'
import type { Call } from './context'
import { mac, type Keys } from './keys'
import { blindIndex } from './seal'

/** The account of a WeChat user: keyed by a fingerprint, the openid itself is not kept. */
export const wechatAccountId = (keys: Keys, openid: string): string => blindIndex(keys, 'wechat', openid)

/** A session token is `<account id>/<secret>`, so that one read finds the account; the secret is kept as a fingerprint only. */
export const newSession = (keys: Keys, accountId: string, until: string) => {
  const token = `${accountId}/${randomBytes(24).toString('base64url')}`
  return { token, session: { fingerprint: fingerprint(keys, token), until } }
}

const fingerprint = (keys: Keys, token: string): string => mac(keys, 'session', token).toString('base64url')

/** Who is calling, in one database round: roles and areas are read afresh on every request. */
export async function findCaller(db: Db, keys: Keys, { openid, session: token }: Call, { iso }: Moment): Promise<Caller> {
  if (openid) return callerOf(await findAccount(db, wechatAccountId(keys, openid)))
  if (!token) return callerOf(undefined)
  const account = await findAccount(db, token.split('/')[0]!)
  const held = account?.session
  const holds = held && held.until > iso && timingSafeEqual(Buffer.from(held.fingerprint), Buffer.from(fingerprint(keys, token)))
  return holds ? { ...callerOf(account), until: held.until } : callerOf(undefined)
}

const callerOf = (account: Caller['account']): Caller => ({ account, ability: abilityOf(account) })
