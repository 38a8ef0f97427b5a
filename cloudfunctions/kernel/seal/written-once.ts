import { mac, versionsOf, type Keys } from './keys'

/**
 * Bytes that are the same whenever the same is sent with the same key of the phone's, and that nobody else can find; also after
 * a rotation.
 */
export const fingerprintOf = (keys: Keys, of: 'suggestion' | 'request' | 'application', sent: readonly unknown[]): Buffer =>
  mac(keys, 'once', JSON.stringify([of, ...sent]), versionsOf(keys)[0])

/** Writes what is new. False when it is there already. */
export async function isNew(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'DATABASE_DUPLICATE_WRITE') return false
    throw error
  }
}
