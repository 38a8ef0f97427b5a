import { createHash, createPublicKey, verify } from 'node:crypto'

/** What stands before the 32 bytes of an Ed25519 key in SubjectPublicKeyInfo. */
const keyPrefix = Buffer.from('302a300506032b6570032100', 'hex')
const form = /^((\S+)\n(\d{1,15})\n([A-Za-z0-9+/]{43}=)\n[^]*\n)\n— (\S+) ([A-Za-z0-9+/]{91}=)\n$/

/**
 * Reads a signed note with nothing but the public key that it is published with (`name+hash+key`): its log, size and root (hex). Nothing
 * where the note is not signed by that key. For whoever checks without us.
 */
export function openNote(verifierKey: string, note: string): { origin: string; size: number; root: string } | undefined {
  const [, name, hash, encoded] = /^(\S+?)\+([0-9a-f]{8})\+(\S+)$/.exec(verifierKey) ?? []
  const [, text, origin, size, root, signer, signature] = form.exec(note) ?? []
  const typed = Buffer.from(encoded ?? '', 'base64')
  if (!name || !text || origin !== name || signer !== name || typed.length !== 33) return undefined
  const keyHash = createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4)
  const signed = Buffer.from(signature!, 'base64')
  if (keyHash.toString('hex') !== hash || !keyHash.equals(signed.subarray(0, 4))) return undefined
  const key = createPublicKey({ key: Buffer.concat([keyPrefix, typed.subarray(1)]), format: 'der', type: 'spki' })
  if (!verify(null, Buffer.from(text), key, signed.subarray(4))) return undefined
  return { origin, size: Number(size), root: Buffer.from(root!, 'base64').toString('hex') }
}
