import { createCipheriv } from 'node:crypto'
import { mac, versionsOf, type Keys } from '#kernel/seal/keys'

/**
 * What stands where a mailbox has nothing: bytes in base64 that nobody without the key can tell from something sealed. The same each time
 * it is asked, so that asking twice shows nothing; under the oldest key version, which stays, so that a rotation shows nothing either.
 */
export function filler(keys: Keys, mailbox: string, slot: string, bytes: number): string {
  const key = mac(keys, 'filler', `${mailbox}/${slot}`, versionsOf(keys)[0])
  return createCipheriv('sm4-ctr', key.subarray(0, 16), key.subarray(16)).update(Buffer.alloc(bytes)).toString('base64')
}
