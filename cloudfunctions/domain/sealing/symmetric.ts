import { hkdf, sm3, sm4 } from 'sm-crypto-v2'
import { fromHex, joined, toUtf8 } from './bytes'
import { ivLength, tagLength } from './sizes'

/** Gives so many bytes that nobody can foresee, or throws. Never from a clock, never `Math.random`. */
export type Random = (length: number) => Uint8Array

/** Was changed, or is not for this key. */
export class NotOurs extends Error {
  override name = 'NotOurs'
}

/** A key for one purpose out of a secret: HKDF with HMAC-SM3 (RFC 5869), no salt. */
export const subkey = (secret: Uint8Array, purpose: string, length = 32): Uint8Array => hkdf(secret, undefined, toUtf8(purpose), length)

/**
 * SM4-CBC, then HMAC-SM3 over purpose, IV and ciphertext (encrypt-then-MAC): IV 16 | ciphertext | tag 32. The length must be a multiple
 * of 16 (see `padded`). The purpose is what this text is and where it belongs; it opens only under the same.
 */
export function sealBytes(secret: Uint8Array, purpose: string, plain: Uint8Array, random: Random): Uint8Array {
  const iv = random(ivLength)
  const { cipher, mac } = keysFor(secret, purpose)
  const body = joined(iv, sm4.encrypt(plain, cipher, { mode: 'cbc', iv, padding: 'none', output: 'array' }))
  return joined(body, tagOf(mac, purpose, body))
}

/** Opens what `sealBytes` closed. Throws `NotOurs` if anything about it is different. */
export function openBytes(secret: Uint8Array, purpose: string, sealed: Uint8Array): Uint8Array {
  const { cipher, mac } = keysFor(secret, purpose)
  const body = sealed.subarray(0, Math.max(0, sealed.length - tagLength))
  if (body.length < 2 * ivLength || body.length % ivLength !== 0 || !same(tagOf(mac, purpose, body), sealed.subarray(body.length)))
    throw new NotOurs()
  return sm4.decrypt(body.subarray(ivLength), cipher, { mode: 'cbc', iv: body.subarray(0, ivLength), padding: 'none', output: 'array' })
}

function keysFor(secret: Uint8Array, purpose: string) {
  const keys = subkey(secret, purpose, 48)
  return { cipher: keys.subarray(0, 16), mac: keys.subarray(16) }
}

const tagOf = (key: Uint8Array, purpose: string, body: Uint8Array): Uint8Array =>
  fromHex(sm3(joined(toUtf8(`${purpose}\n`), body), { key }))

/** Looks at every byte, whether or not an earlier one differs. */
const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.reduce((difference, byte, i) => difference | (byte ^ b[i]!), 0) === 0
