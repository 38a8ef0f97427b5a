import { createHmac, createSecretKey, type Hmac, type KeyObject } from 'node:crypto'

/** The root keys by version: all open, the newest in force seals. */
export interface Keys {
  newest: string
  byVersion: Map<string, Buffer>
  /** A version that opens already and seals from this instant on (ms). */
  next?: { version: string; from: number }
}

/** What a key is derived for: no two uses share one. */
export type KeyUse =
  | 'seal'
  | 'seal-mac'
  | 'index'
  | 'person'
  | 'register'
  | 'stated'
  | 'alike'
  | 'code'
  | 'session'
  | 'operator'
  | 'audit'
  | 'audit-record'
  | 'filler'
  | 'file'
  | 'file-mac'
  | 'once'
  | 'draw'
  | 'outbox'

/**
 * Reads `1:<base64>,2@<second>:<base64>`: key version and 32 bytes each. A version with a second (Unix time) opens at once and seals
 * from then on: every process has learnt it before anything is sealed with it, in whatever order they are deployed.
 */
export function readRootKeys(text: string, now = Date.now()): Keys {
  const byVersion = new Map<string, Buffer>()
  const from = new Map<string, number>()
  for (const entry of text.split(',')) {
    const [, version, second = '0', encoded = ''] = /^([1-9])(?:@(\d{1,12}))?:(.*)$/.exec(entry.trim()) ?? []
    const key = Buffer.from(encoded, 'base64')
    if (!version || key.length !== 32 || byVersion.has(version))
      throw new Error('ROOT_KEYS 写法不对：应为 1:<base64 的 32 字节>，多个用逗号隔开，版本不能重复')
    byVersion.set(version, key)
    from.set(version, Number(second) * 1000)
  }
  const known = [...byVersion.keys()].sort()
  const newest = known.filter((version) => from.get(version)! <= now).at(-1) ?? known[0]!
  const next = known.find((version) => version > newest)
  return { newest, byVersion, ...(next && { next: { version: next, from: from.get(next)! } }) }
}

/** The versions that are here, oldest first. */
export const versionsOf = ({ byVersion }: Keys): string[] => [...byVersion.keys()].sort()

/** Keys already derived: an import seals and fingerprints tens of thousands of fields with the same few. */
const derived = new WeakMap<Keys, Map<string, Buffer>>()

/** The key for one use, derived with HMAC-SM3 from a root key; nothing if there is no such version. */
export function deriveKey(keys: Keys, use: KeyUse, version = keys.newest): Buffer | undefined {
  const root = keys.byVersion.get(version)
  if (!root) return undefined
  const known = derived.get(keys) ?? new Map<string, Buffer>()
  derived.set(keys, known)
  const name = `${version}/${use}`
  const key = known.get(name) ?? createHmac('sm3', root).update(`xiaokang/${use}`).digest()
  known.set(name, key)
  return key
}

/** The same keys as OpenSSL holds them: made ready once, and not for each of an import's hundreds of thousands of fingerprints. */
const ready = new WeakMap<Buffer, KeyObject>()

/** An HMAC-SM3 begun under the key of one use. @throws Error when there is no such version. */
export function hmacOf(keys: Keys, use: KeyUse, version?: string): Hmac {
  const key = deriveKey(keys, use, version)
  if (!key) throw new Error(`No key version ${version}`)
  const object = ready.get(key) ?? createSecretKey(key)
  ready.set(key, object)
  return createHmac('sm3', object)
}

/** HMAC-SM3 under the key of that use. */
export const mac = (keys: Keys, use: KeyUse, text: string, version?: string): Buffer => hmacOf(keys, use, version).update(text).digest()
