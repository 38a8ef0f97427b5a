import { fromByteArray, toByteArray } from 'base64-js'
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils'

/** Bytes and texts, without what a mini-program's engine lacks (`Buffer`, `TextEncoder`, `atob`). */
export { concatBytes as joined, hexToBytes as fromHex, bytesToHex as toHex }

export const toBase64 = (bytes: Uint8Array): string => fromByteArray(bytes)
/** Throws on a length that base64 cannot have. */
export const fromBase64 = (text: string): Uint8Array => toByteArray(text)

/** UTF-8. Half of a surrogate pair becomes U+FFFD, as everywhere else. */
export function toUtf8(text: string): Uint8Array {
  const whole = text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, (found) => (found.length === 2 ? found : '\uFFFD'))
  const escaped = encodeURIComponent(whole).replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Uint8Array.from(escaped, (character) => character.charCodeAt(0))
}

/** Throws on bytes that are no UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string => decodeURIComponent(bytesToHex(bytes).replace(/../g, '%$&'))

/** So many zero bytes behind that every text of this kind is `size` long: four bytes of length, the text, zeros. */
export function padded(bytes: Uint8Array, size: number): Uint8Array {
  if (bytes.length + 4 > size) throw new RangeError(`${bytes.length} bytes do not fit into ${size - 4}`)
  const whole = new Uint8Array(size)
  new DataView(whole.buffer).setUint32(0, bytes.length)
  whole.set(bytes, 4)
  return whole
}

/** What `padded` took in. */
export function unpadded(whole: Uint8Array): Uint8Array {
  const length = new DataView(whole.buffer, whole.byteOffset, whole.byteLength).getUint32(0)
  if (length > whole.length - 4) throw new RangeError('Padding says more than there is')
  return whole.slice(4, 4 + length)
}
