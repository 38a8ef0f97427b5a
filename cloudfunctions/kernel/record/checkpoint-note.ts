import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import type { County } from '#domain/county/county'
import { numbered, type AuditCheckpoint } from '#store/record/checkpoints'
import type { Announced } from './audit-writer'
import { deriveKey, type Keys } from '../seal/keys'
import { rootOf, type Frontier } from './merkle'

/**
 * A checkpoint as a C2SP signed note (c2sp.org/tlog-checkpoint, c2sp.org/signed-note): whoever keeps one can later
 * prove what the log held. Text form:
 *
 *     330328.xiaokang/audit
 *     1024
 *     <root, base64>
 *     time 2026-11-24T02:00:00.000Z
 *     up-to 2026-11-24T01:59:00.000Z
 *     previous 1000
 *     sealed-from 1
 *     writer 00f1e2d3c4b5a697 57
 *
 *     — 330328.xiaokang/audit <base64 of key hash 4 | Ed25519 signature 64>
 */
export interface Checkpoint {
  size: number
  root: string
  at: string
  upTo: string
  previous: number
  /** From this number in the log on every entry bears its writer's seal; none before the log came to that. */
  sealedFrom?: number
  /** What the process that signed had written by then. */
  announced?: Announced
}

/** The log's name, which is its key's name too. */
export const originOf = ({ code }: Pick<County, 'code'>): string => `${code}.xiaokang/audit`

/** The log of the register's balance has a name, and so a key, of its own. */
export const registerOriginOf = ({ code }: Pick<County, 'code'>): string => `${code}.xiaokang/register`

/** Why a note is not to be trusted. */
export type NoteFault = 'form' | 'origin' | 'key' | 'signature'

/** Signs with the newest root key's signing key. */
export function signCheckpoint(keys: Keys, origin: string, { size, root, at, upTo, previous, sealedFrom, announced }: Checkpoint): string {
  const lines = [origin, size, Buffer.from(root, 'hex').toString('base64'), `time ${at}`, `up-to ${upTo}`, `previous ${previous}`]
  if (sealedFrom !== undefined) lines.push(`sealed-from ${sealedFrom}`)
  if (announced) lines.push(`writer ${announced.writer} ${announced.n}`)
  const text = lines.join('\n') + '\n'
  const signer = signerOf(keys, origin, keys.newest)
  const signature = Buffer.concat([signer.keyHash, sign(null, Buffer.from(text), signer.privateKey)])
  return `${text}\n— ${origin} ${signature.toString('base64')}\n`
}

const form =
  /^(?<text>(?<origin>\S+)\n(?<size>\d{1,15})\n(?<root>[A-Za-z0-9+/]{43}=)\ntime (?<at>\S+)\nup-to (?<upTo>\S+)\nprevious (?<previous>\d{1,15})\n(?:sealed-from (?<sealedFrom>\d{1,15})\n)?(?:writer (?<writer>[0-9a-f]{16}) (?<written>\d{1,15})\n)?)\n— (?<name>\S+) (?<signature>[A-Za-z0-9+/]{91}=)\n$/

/** Reads a note and checks its signature; the key hash tells which root key version signed, an older one is as good. */
export function readCheckpoint(keys: Keys, origin: string, note: string): Checkpoint | NoteFault {
  const read = form.exec(note)?.groups
  if (!read) return 'form'
  if (read.origin !== origin || read.name !== origin) return 'origin'
  const bytes = Buffer.from(read.signature!, 'base64')
  const signer = [...keys.byVersion.keys()]
    .map((version) => signerOf(keys, origin, version))
    .find(({ keyHash }) => keyHash.equals(bytes.subarray(0, 4)))
  if (!signer) return 'key'
  if (!verify(null, Buffer.from(read.text!), signer.publicKey, bytes.subarray(4))) return 'signature'
  return {
    size: Number(read.size),
    root: Buffer.from(read.root!, 'base64').toString('hex'),
    at: read.at!,
    upTo: read.upTo!,
    previous: Number(read.previous),
    ...(read.sealedFrom && { sealedFrom: Number(read.sealedFrom) }),
    ...(read.writer && { announced: { writer: read.writer, n: Number(read.written) } }),
  }
}

/** The same for a checkpoint as it is stored: its fields must say what its note says, and its subtrees must give its root. */
export function readStored(keys: Keys, origin: string, stored: AuditCheckpoint): Checkpoint | NoteFault | 'fields' {
  const read = readCheckpoint(keys, origin, stored.note)
  if (typeof read === 'string') return read
  const { _id, size, root, at, upTo, previous } = stored
  const alike =
    _id === numbered(read.size) &&
    size === read.size &&
    root === read.root &&
    at === read.at &&
    upTo === read.upTo &&
    previous === read.previous
  return alike && rootOf(frontierOf(stored)).toString('hex') === root ? read : 'fields'
}

/** The tree as a checkpoint keeps it. */
export const frontierOf = ({ size, frontier }: AuditCheckpoint): Frontier => ({
  size,
  nodes: frontier.map((node) => Buffer.from(node, 'hex')),
})

/** The public key in the notes' own form (`name+hash+key`), for whoever checks them without us. */
export function verifierKey(keys: Keys, origin: string, version = keys.newest): string {
  const { keyHash, typedKey } = signerOf(keys, origin, version)
  return `${origin}+${keyHash.toString('hex')}+${typedKey.toString('base64')}`
}

interface Signer extends KeyPair {
  keyHash: Buffer
}
interface KeyPair {
  privateKey: KeyObject
  publicKey: KeyObject
  typedKey: Buffer
}

const ed25519 = Buffer.of(1)
/** What stands before the 32 bytes of an Ed25519 seed in PKCS #8. */
const seedPrefix = Buffer.from('302e020100300506032b657004220420', 'hex')

function signerOf(keys: Keys, origin: string, version: string): Signer {
  const pair = keyPair(deriveKey(keys, 'audit', version)!)
  return { ...pair, keyHash: createHash('sha256').update(`${origin}\n`).update(pair.typedKey).digest().subarray(0, 4) }
}

/** Made once for each seed: a replay of the log checks many notes with the same few. */
const pairs = new WeakMap<Buffer, KeyPair>()

function keyPair(seed: Buffer): KeyPair {
  const known = pairs.get(seed)
  if (known) return known
  const privateKey = createPrivateKey({ key: Buffer.concat([seedPrefix, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  const pair = {
    privateKey,
    publicKey,
    typedKey: Buffer.concat([ed25519, publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)]),
  }
  pairs.set(seed, pair)
  return pair
}
