import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readCodeToken, type CodeToken } from '#domain/access/code-token'
import { crockford } from '#domain/text/crockford'
import { mac, type Keys } from '../seal/keys'

/** A new code id: 10 random bytes, 16 characters of Crockford base32. */
export const newCodeId = (): string => base32(randomBytes(10))

/** The token that is printed for a code id: key version, id, 5 bytes of HMAC-SM3. */
export const signCode = (keys: Keys, id: string, version = keys.newest): CodeToken =>
  (version + id + base32(mac(keys, 'code', version + id, version).subarray(0, 5))) as CodeToken

/** The id in a token that this county signed; nothing for a mistyped or invented one. Compares in constant time. */
export function codeIdOf(keys: Keys, token: CodeToken): string | undefined {
  const read = readCodeToken(token)
  if (!read || !keys.byVersion.has(read[0]!)) return undefined
  const id = read.slice(1, 17)
  return timingSafeEqual(Buffer.from(read), Buffer.from(signCode(keys, id, read[0]))) ? id : undefined
}

/** Crockford base32 of whole groups of five bytes. */
export function base32(bytes: Buffer): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 5) {
    let group = bytes.readUIntBE(i, 5)
    let characters = ''
    for (let k = 0; k < 8; k++) {
      characters = crockford[group % 32]! + characters
      group = Math.floor(group / 32)
    }
    text += characters
  }
  return text
}
