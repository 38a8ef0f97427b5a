import { kdf, sm2, sm3 } from 'sm-crypto-v2'
import { fromBase64, fromHex, joined, toHex, toUtf8 } from './bytes'
import { NotOurs, type Random } from './symmetric'

/** SM2 public keys are 65 bytes of hex, `04…`; private ones 32 bytes of hex. */
export interface PublicKey {
  id: string
  publicKey: string
}
export interface KeyPair extends PublicKey {
  privateKey: string
}

/** The order of SM2's group (GB/T 32918.5). */
const order = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123'

/** The short name of a public key: 16 hex digits of its SM3. */
export const keyId = (publicKey: string): string => sm3(fromHex(publicKey)).slice(0, 16)

export const isPublicKey = (text: string): boolean => /^04[0-9a-f]{128}$/.test(text) && sm2.verifyPublicKey(text)

/**
 * A key pair out of the randomness given. Not by the library's `generateKeyPairHex(text)`: in 1.15.1 it reduces its text modulo 1, so that
 * every private key is 1.
 */
export function newKeyPair(random: Random): KeyPair {
  const privateKey = newScalar(random)
  const publicKey = publicKeyOf(privateKey)
  return { id: keyId(publicKey), publicKey, privateKey }
}

export const publicKeyOf = (privateKey: string): string => sm2.getPublicKeyFromPrivateKey(privateKey)

/** A number from 1 to the order less one, every one alike: what lies outside is thrown away. */
function newScalar(random: Random): string {
  for (;;) {
    const scalar = toHex(random(32))
    if (scalar < order && !/^0+$/.test(scalar)) return scalar
  }
}

/**
 * SM2 encryption of a short secret (GB/T 32918.4: C1 64 | C3 32 | C2, without the leading `04`), with the randomness given: the library
 * takes its own from wherever it finds some, and on Alipay finds none.
 */
export function wrap(publicKey: string, secret: Uint8Array, random: Random): Uint8Array {
  for (;;) {
    const once = newScalar(random)
    const point = sm2.ecdh(once, publicKey, false)
    const [x, y] = [point.subarray(1, 33), point.subarray(33)]
    const stream = kdf(joined(x, y), secret.length)
    if (stream.every((byte) => byte === 0)) continue
    const c2 = secret.map((byte, i) => byte ^ stream[i]!)
    return joined(fromHex(publicKeyOf(once)).subarray(1), fromHex(sm3(joined(x, secret, y))), c2)
  }
}

/** Whether a text in base64 begins, as everything that `wrap` closed does, with a point of SM2's curve. */
export function couldBeWrapped(text: string): boolean {
  try {
    return isPublicKey(`04${toHex(fromBase64(text).subarray(0, 64))}`)
  } catch {
    return false
  }
}

/** Opens what `wrap` closed. Throws `NotOurs`; the library itself says nothing and gives nothing. */
export function unwrap(privateKey: string, wrapped: Uint8Array): Uint8Array {
  const secret = decrypted(privateKey, wrapped)
  if (secret.length === 0) throw new NotOurs()
  return Uint8Array.from(secret)
}

function decrypted(privateKey: string, wrapped: Uint8Array): ArrayLike<number> {
  try {
    return sm2.doDecrypt(toHex(wrapped), privateKey, 1, { output: 'array' })
  } catch {
    throw new NotOurs()
  }
}

/** SM2 signature over the SM3 of the signer's identity and the text (`hash: true`): r 32 | s 32 in hex. */
export const sign = ({ privateKey, publicKey }: KeyPair, text: string): string =>
  sm2.doSignature(toUtf8(text), privateKey, { hash: true, publicKey })

export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    return /^[0-9a-f]{128}$/.test(signature) && sm2.doVerifySignature(toUtf8(text), signature, publicKey, { hash: true })
  } catch {
    return false
  }
}
