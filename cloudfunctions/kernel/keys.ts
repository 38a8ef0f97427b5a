import { createHmac } from 'node:crypto'

/** The root keys by version; the newest seals, all open. */
export interface Keys { newest: string; byVersion: Map<string, Buffer> }

/** What a key is derived for: no two uses share one. */
export type KeyUse = 'seal' | 'seal-mac' | 'index' | 'code' | 'session' | 'operator'

/** Reads `1:<base64>,2:<base64>`: key version and 32 bytes each. */
export function readRootKeys(text: string): Keys {
  const byVersion = new Map<string, Buffer>()
  for (const entry of text.split(',')) {
    const [version = '', encoded = ''] = entry.trim().split(':')
    const key = Buffer.from(encoded, 'base64')
    if (!/^[1-9]$/.test(version) || key.length !== 32) throw new Error('ROOT_KEYS 写法不对：应为 1:<base64 的 32 字节>，多个用逗号隔开')
    byVersion.set(version, key)
  }
  return { newest: [...byVersion.keys()].sort().at(-1)!, byVersion }
}

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

/** HMAC-SM3 under the key of that use. */
export const mac = (keys: Keys, use: KeyUse, text: string, version?: string): Buffer =>
  createHmac('sm3', deriveKey(keys, use, version)!).update(text).digest()
