import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { deriveKey, type Keys } from './keys'

/** The first bytes of a sealed file: no department's file begins so. The key version follows as one digit. */
const mark = Buffer.from('\u0001XKM-SM4\u0001', 'latin1')

/**
 * A whole file at rest, under keys of its own: mark, key version, IV 16, SM4-CBC, HMAC-SM3 32 over all before it (encrypt-then-MAC).
 * The content is not held as text and not twice as base64, for a department's file may have tens of megabytes.
 */
export function sealFile(keys: Keys, content: Buffer): Buffer {
  const iv = randomBytes(16)
  const cipher = createCipheriv('sm4-cbc', deriveKey(keys, 'file')!.subarray(0, 16), iv)
  const head = Buffer.concat([mark, Buffer.from(keys.newest), iv])
  const sealed = Buffer.alloc(head.length + (Math.floor(content.length / 16) + 1) * 16 + tagBytes)
  head.copy(sealed)
  let end = head.length
  for (const piece of inPieces(cipher, content)) end += piece.copy(sealed, end)
  tag(keys, keys.newest, sealed.subarray(0, end)).copy(sealed, end)
  return sealed
}

export const isSealedFile = (bytes: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark)

/** Opens what `sealFile` closed. @throws Error if it was changed or its key version is not here. */
export function openFile(keys: Keys, sealed: Buffer): Buffer {
  const opened = Buffer.alloc(sealed.length)
  let end = 0
  for (const piece of openPieces(keys, sealed)) end += piece.copy(opened, end)
  return opened.subarray(0, end)
}

/** The same piece by piece, of which none need be held. @throws Error as `openFile`, before the first. */
export function* openPieces(keys: Keys, sealed: Buffer): Generator<Buffer> {
  const version = sealed.subarray(mark.length, mark.length + 1).toString('latin1')
  const key = deriveKey(keys, 'file', version)
  if (!key) throw new Error(`No key version ${version} to open a sealed file`)
  const body = sealed.subarray(0, -tagBytes)
  if (!isSealedFile(sealed) || body.length < mark.length + 33 || !timingSafeEqual(sealed.subarray(-tagBytes), tag(keys, version, body)))
    throw new Error('A sealed file was changed')
  const from = mark.length + 1
  yield* inPieces(createDecipheriv('sm4-cbc', key.subarray(0, 16), body.subarray(from, from + 16)), body.subarray(from + 16))
}

type Cipher = ReturnType<typeof createCipheriv> | ReturnType<typeof createDecipheriv>

function* inPieces(cipher: Cipher, content: Buffer): Generator<Buffer> {
  for (let at = 0; at < content.length; at += pieceBytes) yield cipher.update(content.subarray(at, at + pieceBytes))
  yield cipher.final()
}
const pieceBytes = 64 * 1024
const tagBytes = 32

const tag = (keys: Keys, version: string, body: Buffer): Buffer =>
  createHmac('sm3', deriveKey(keys, 'file-mac', version)!)
    .update(body)
    .digest()
