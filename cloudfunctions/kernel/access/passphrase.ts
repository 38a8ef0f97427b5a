import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { passphraseCost } from './passphrase-cost'

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt as never)

/** What is kept of a passphrase: base64 of salt and scrypt hash. Typed in full or half width, it is the same (NFKC). */
export async function hashPassphrase(passphrase: string): Promise<{ salt: string; hash: string }> {
  const salt = randomBytes(16)
  return { salt: salt.toString('base64'), hash: (await derive(passphrase.normalize('NFKC'), salt, 32, passphraseCost)).toString('base64') }
}

/** As long for somebody who does not exist as for somebody who does. */
export async function isPassphrase(passphrase: string, kept: { salt: string; hash: string } | undefined): Promise<boolean> {
  const { salt, hash } = kept ?? nobody
  const made = await derive(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, passphraseCost)
  return timingSafeEqual(made, Buffer.from(hash, 'base64')) && kept !== undefined
}

const nobody = { salt: Buffer.alloc(16).toString('base64'), hash: Buffer.alloc(32).toString('base64') }
