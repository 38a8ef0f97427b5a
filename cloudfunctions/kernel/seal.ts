import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { deriveKey, mac, type Keys } from './keys'

/**
 * Personal fields at rest: SM4-CBC, then HMAC-SM3 over version, IV and ciphertext (encrypt-then-MAC).
 * Text form: `<key version>.<base64 of IV 16 | ciphertext | tag 32>`.
 */
export function seal(keys: Keys, text: string): string {
  const iv = randomBytes(16)
  const cipher = createCipheriv('sm4-cbc', deriveKey(keys, 'seal')!.subarray(0, 16), iv)
  const body = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()])
  return `${keys.newest}.${Buffer.concat([body, tag(keys, keys.newest, body)]).toString('base64')}`
}

/** Opens what `seal` closed. Throws if it was changed or its key is not here. */
export function open(keys: Keys, sealed: string): string {
  const [version = '', encoded = ''] = sealed.split('.')
  const key = deriveKey(keys, 'seal', version)
  if (!key) throw new Error(`No key version ${version} to open a sealed field`)
  const bytes = Buffer.from(encoded, 'base64')
  const body = bytes.subarray(0, -32)
  if (bytes.length < 64 || !timingSafeEqual(bytes.subarray(-32), tag(keys, version, body))) throw new Error('A sealed field was changed')
  const decipher = createDecipheriv('sm4-cbc', key.subarray(0, 16), body.subarray(0, 16))
  return Buffer.concat([decipher.update(body.subarray(16)), decipher.final()]).toString('utf8')
}

const tag = (keys: Keys, version: string, body: Buffer): Buffer =>
  createHmac('sm3', deriveKey(keys, 'seal-mac', version)!).update(version).update(body).digest()

/** What a blind index is over; the same text of two kinds gives two indexes. */
export type IndexedKind = 'id-number' | 'card' | 'worker' | 'row' | 'wechat' | 'article'

/** Keyed fingerprint for equality search: `<key version>.<HMAC-SM3, 22 characters of base64url>`. */
export const blindIndex = (keys: Keys, kind: IndexedKind, text: string): string =>
  `${keys.newest}.${mac(keys, 'index', `${kind}/${text}`).toString('base64url').slice(0, 22)}`
