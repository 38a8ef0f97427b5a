import { pbkdf2 } from '@noble/hashes/pbkdf2'
import { sha256 } from '@noble/hashes/sha2'
import { base32crockford } from '@scure/base'
import { sm3 } from 'sm-crypto-v2'
import { asCrockford, isCrockford } from '../text/crockford'
import { fromBase64, fromHex, toBase64, toHex, toUtf8 } from './bytes'
import type { Breathe } from './receipt'
import { keyId, publicKeyOf, type KeyPair } from './sm2-keys'
import { NotOurs, openBytes, sealBytes, type Random } from './symmetric'

/** An officer's private key as it lies on a memory stick: sealed with a passphrase. */
export interface KeyFile {
  kind: 'xiaokang-report-key'
  version: 1
  /** Whose key it is, e.g. 案件监督管理室. */
  name: string
  id: string
  publicKey: string
  salt: string
  turns: number
  sealed: string
}

const purpose = 'report key file 1'
const roundsATurn = 1000
/** 200,000 rounds: about a second at a desk. */
const usualTurns = 200

/** Seals a key pair with a passphrase (PBKDF2-HMAC-SHA-256, then SM4-CBC with HMAC-SM3). */
export async function toKeyFile(
  pair: KeyPair,
  name: string,
  passphrase: string,
  random: Random,
  breathe: Breathe,
  turns = usualTurns,
): Promise<KeyFile> {
  const salt = random(16)
  const secret = await stretched(passphrase, salt, turns, breathe)
  const sealed = toBase64(sealBytes(secret, `${purpose} ${pair.id}`, fromHex(pair.privateKey), random))
  return { kind: 'xiaokang-report-key', version: 1, name, id: pair.id, publicKey: pair.publicKey, salt: toBase64(salt), turns, sealed }
}

/** Throws `NotOurs` on a wrong passphrase or a changed file. */
export async function fromKeyFile({ id, salt, turns, sealed }: KeyFile, passphrase: string, breathe: Breathe): Promise<KeyPair> {
  const secret = await stretched(passphrase, fromBase64(salt), turns, breathe)
  return pairOf(toHex(openBytes(secret, `${purpose} ${id}`, fromBase64(sealed))), id)
}

/** Reads a file's text; nothing if it is no key file. */
export function readKeyFile(text: string): KeyFile | undefined {
  try {
    const file = JSON.parse(text) as Partial<KeyFile>
    const whole =
      file.kind === 'xiaokang-report-key' &&
      file.version === 1 &&
      [file.name, file.id, file.publicKey, file.salt, file.sealed].every((field) => typeof field === 'string')
    return whole && Number.isInteger(file.turns) && file.turns! > 0 && file.turns! <= 10_000 ? (file as KeyFile) : undefined
  } catch {
    return undefined
  }
}

async function stretched(passphrase: string, salt: Uint8Array, turns: number, breathe: Breathe): Promise<Uint8Array> {
  let secret = toUtf8(passphrase.normalize('NFKC'))
  for (let turn = 0; turn < turns; turn++) {
    secret = pbkdf2(sha256, secret, salt, { c: roundsATurn, dkLen: 32 })
    await breathe()
  }
  return secret
}

/** The private key for paper: 56 characters of Crockford base32, the last four to find a slip, in groups of four. */
export function toRecoverySheet({ privateKey }: Pick<KeyPair, 'privateKey'>): string {
  const letters = base32crockford.encode(fromHex(privateKey))
  return (letters + checkOf(letters)).replace(/(.{4})(?=.)/g, '$1 ')
}

/** Reads the sheet as typed. Nothing if a character is missing or wrong. */
export function fromRecoverySheet(typed: string): KeyPair | undefined {
  const text = asCrockford(typed)
  const letters = text.slice(0, -4)
  if (text.length !== 56 || !isCrockford(text) || checkOf(letters) !== text.slice(-4)) return undefined
  return pairOf(toHex(base32crockford.decode(letters)))
}

const checkOf = (letters: string): string => base32crockford.encode(fromHex(sm3(letters).slice(0, 6))).slice(0, 4)

function pairOf(privateKey: string, expected?: string): KeyPair {
  const publicKey = publicKeyOf(privateKey)
  const id = keyId(publicKey)
  if (expected !== undefined && id !== expected) throw new NotOurs()
  return { id, publicKey, privateKey }
}
