import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IndexedKind } from '#store/db/keyed'
import { deriveKey, hmacOf, mac, versionsOf, type Keys } from './keys'

/**
 * Personal fields at rest: SM4-CBC, then HMAC-SM3 over version, IV and ciphertext (encrypt-then-MAC).
 * Text form: `<key version>.<base64 of IV 16 | ciphertext | tag 32>`.
 */
export const seal = (keys: Keys, text: string): string => sealBytes(keys, Buffer.from(text, 'utf8'))

/** The same for what is no text: packed rows. `seal` of a text is `sealBytes` of its UTF-8. */
export function sealBytes(keys: Keys, content: Buffer): string {
  const iv = freshIv()
  const cipher = createCipheriv('sm4-cbc', deriveKey(keys, 'seal')!.subarray(0, 16), iv)
  const body = Buffer.concat([iv, cipher.update(content), cipher.final()])
  return `${keys.newest}.${Buffer.concat([body, tag(keys, keys.newest, body)]).toString('base64')}`
}

/** Opens what `seal` closed. Throws if it was changed or its key is not here. */
export const open = (keys: Keys, sealed: string): string => openBytes(keys, sealed).toString('utf8')

/** Opens what `sealBytes` closed. Throws if it was changed or its key is not here. */
export function openBytes(keys: Keys, sealed: string): Buffer {
  const [version = '', encoded = ''] = sealed.split('.')
  const key = deriveKey(keys, 'seal', version)
  if (!key) throw new Error(`No key version ${version} to open a sealed field`)
  const bytes = Buffer.from(encoded, 'base64')
  const body = bytes.subarray(0, -32)
  if (bytes.length < 64 || !timingSafeEqual(bytes.subarray(-32), tag(keys, version, body))) throw new Error('A sealed field was changed')
  const decipher = createDecipheriv('sm4-cbc', key.subarray(0, 16), body.subarray(0, 16))
  return Buffer.concat([decipher.update(body.subarray(16)), decipher.final()])
}

/** Random bytes drawn ahead: asking the system for them field by field costs as much as sealing one. None is given out twice. */
let drawn = Buffer.alloc(0)
function freshIv(): Buffer {
  if (drawn.length < 16) drawn = randomBytes(4096)
  const iv = drawn.subarray(0, 16)
  drawn = drawn.subarray(16)
  return iv
}

const tag = (keys: Keys, version: string, body: Buffer): Buffer => hmacOf(keys, 'seal-mac', version).update(version).update(body).digest()

/** Keyed fingerprint for equality search: `<key version>.<HMAC-SM3, 22 characters of base64url>`. */
export const blindIndex = (keys: Keys, kind: IndexedKind, text: string, version = keys.newest): string =>
  `${version}.${mac(keys, 'index', `${kind}/${text}`, version).toString('base64url').slice(0, 22)}`

/**
 * The blind index under every key version, that which is written now first: look up by all of them (`$in`), since until a rotation
 * is through a document may stand under any. In one request; or by several in the order of versions, for documents move to newer ones.
 */
export const blindIndexes = (keys: Keys, kind: IndexedKind, text: string): string[] =>
  [keys.newest, ...versionsOf(keys).filter((version) => version !== keys.newest)].map((version) => blindIndex(keys, kind, text, version))

/**
 * Keyed fingerprint of a text that is kept nowhere, to see whether it changed or to know it again. Each key version wraps what
 * the one before gave, so that a rotation renews it without knowing the content, and afterwards the same content still has the
 * same digest.
 */
export const digest = (keys: Keys, kind: IndexedKind, text: string): string => wrap(keys, kind, text, versionsOf(keys))

/**
 * What a digest of this text may stand as: under the newest version, and under each other one. To find a document by a digest, since
 * until a rotation is through it may stand under any.
 */
export function digests(keys: Keys, kind: IndexedKind, text: string): string[] {
  const chain = versionsOf(keys).reduce<string[]>(
    (before, version) => [...before, blindIndex(keys, kind, before.at(-1) ?? text, version)],
    [],
  )
  return chain.reverse()
}

/** A digest that was made under an older version, as it is under the newest. */
export const renewDigest = (keys: Keys, kind: IndexedKind, old: string): string =>
  wrap(
    keys,
    kind,
    old,
    versionsOf(keys).filter((version) => version > old[0]!),
  )

const wrap = (keys: Keys, kind: IndexedKind, text: string, versions: string[]): string =>
  versions.filter((version) => version <= keys.newest).reduce((inner, version) => blindIndex(keys, kind, inner, version), text)

/** The key version of a sealed field (64 bytes and more), a blind index or a digest; nothing for any other text. */
export const versionOf = (text: unknown): string | undefined =>
  typeof text === 'string' ? /^([1-9])\.(?:[\w-]{22}|[A-Za-z0-9+/]{80,}={0,2})$/.exec(text)?.[1] : undefined
