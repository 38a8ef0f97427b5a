import type { Day } from '#domain/time/dates'
import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { StaffRole } from '#domain/access/staff'
import type { Account, Platform } from '#store/access/accounts'
import { findStoredCaller, type StoredCaller } from '#store/access/callers'
import type { Db } from '#store/db/collection'
import { abilityOf, type Caller } from './authorize'
import type { Moment } from '../call/clock'
import type { Call } from '../call/context'
import { mac, type Keys } from '../seal/keys'
import { blindIndex, blindIndexes, seal } from '../seal/seal'
import { usable } from './vouched'

/** What a platform's user is known by: its fingerprints under every key. */
export const loginIndexes = (keys: Keys, platform: Platform, user: string): string[] => blindIndexes(keys, 'login', `${platform}:${user}`)

/** An account that is bound to nothing yet. Of a platform's user only a fingerprint, and for the next key a sealed copy, is kept. */
export function newAccount(keys: Keys, at: string, login?: { platform: 'wechat' | 'alipay'; user: string }): Account {
  const _id = randomUUID()
  const text = login && `${login.platform}:${login.user}`
  return {
    _id,
    platform: login?.platform ?? 'h5',
    loginIndex: text ? blindIndex(keys, 'login', text) : `h5/${_id}`,
    loginSealed: text ? seal(keys, text) : null,
    session: null,
    person: null,
    staffId: null,
    grantHolders: [],
    proxyIds: [],
    createdAt: at,
  }
}

/** A session token is `<account id>/<secret>`, so that one read finds the account; the secret is kept as a fingerprint only. */
export const newSession = (keys: Keys, accountId: string, until: string) => {
  const token = `${accountId}/${randomBytes(24).toString('base64url')}`
  return { token, session: { fingerprint: fingerprint(keys, token), until } }
}

/** A keyed fingerprint with the version of its key: it holds on while that key is here. */
export const fingerprint = (keys: Keys, text: string, version = keys.newest): string =>
  `${version}.${mac(keys, 'session', text, version).toString('base64url')}`

/** Compares in constant time. */
export function isFingerprint(keys: Keys, held: string, text: string): boolean {
  const [version = ''] = held.split('.')
  if (!keys.byVersion.has(version)) return false
  const [a, b] = [Buffer.from(held), Buffer.from(fingerprint(keys, text, version))]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Who is calling, in one database round: person, post, grants and trust are read afresh on every request. */
export async function findCaller(db: Db, keys: Keys, { openid, session: token }: Call, { iso, today }: Moment): Promise<Caller> {
  const nobody: Caller = { ability: abilityOf({}, today) }
  if (openid) return callerOf(await findStoredCaller(db, { loginIndex: { $in: loginIndexes(keys, 'wechat', openid) } }), iso, today)
  if (!token) return nobody
  const found = await findStoredCaller(db, { _id: token.split('/')[0]! })
  const held = found?.account.session
  return found && held && held.until > iso && isFingerprint(keys, held.fingerprint, token)
    ? { ...callerOf(found, iso, today), until: held.until }
    : nobody
}

/**
 * Somebody who was removed from the staff is no longer of it, whatever their account says; what nobody else has checked yet
 * does not count.
 */
function callerOf(found: StoredCaller | undefined, iso: string, today: Day): Caller {
  const caller = found && { ...found, ...(found.staff?.status !== 'active' && { staff: undefined, grants: [] }), ...usable(found, iso) }
  return { ...caller, ability: abilityOf(caller ?? {}, today) }
}

/** How one may stand, for the rules on actions. */
export type Standing = 'farmer' | 'relative' | StaffRole

export const standingsOf = ({ person, proxies, staff }: Caller): Standing[] => [
  ...(person ? ['farmer' as const] : []),
  ...(proxies && proxies.length > 0 ? ['relative' as const] : []),
  ...(staff ? [staff.role] : []),
]
