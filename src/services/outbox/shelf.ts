import type { Random } from '#domain/sealing/symmetric'
import type * as SealingParts from '../sealing/sealing-parts'
import type { PhoneStorage } from './phone-storage'

type Sealing = Pick<
  typeof SealingParts,
  'fromBase64' | 'fromHex' | 'fromUtf8' | 'openBytes' | 'padded' | 'sealBytes' | 'subkey' | 'toBase64' | 'toHex' | 'toUtf8' | 'unpadded'
>

/**
 * One person's place in one phone's storage: texts under names, each sealed for its name. Whose it is cannot be told from it; another
 * account neither opens it nor knows where it begins.
 */
export interface Shelf {
  storage: PhoneStorage
  sealing: Sealing
  /** So many secure bytes, to be taken without waiting. */
  random: (length: number) => Promise<Random>
  /** What was sealed with an older key opens still, and is sealed with the newest when it is written again. */
  places: readonly Place[]
}
interface Place {
  key: Uint8Array
  prefix: string
}

/** @param keys 32 bytes in hex each, the newest first, at least one @param prefix with which its names in the storage begin */
export const openShelf = (
  storage: PhoneStorage,
  sealing: Sealing,
  keys: readonly string[],
  random: (length: number) => Promise<Random>,
  prefix = 'outbox-',
): Shelf => ({
  ...{ storage, sealing, random },
  places: keys.map((hex) => {
    const key = sealing.fromHex(hex)
    return { key, prefix: `${prefix}${sealing.toHex(sealing.subkey(key, 'place', 8))}-` }
  }),
})

/** Bytes of randomness that sealing one text takes. */
export const randomPerText = 16

const purposeOf = (name: string) => `outbox/${name}`

/** Seals and keeps it under its name. False where the phone has no room for it. */
export function put({ storage, sealing, places }: Shelf, name: string, bytes: Uint8Array, random: Random): boolean {
  const { key, prefix } = places[0]!
  const whole = sealing.padded(bytes, Math.ceil((bytes.length + 4) / 16) * 16)
  if (!storage.write(prefix + name, sealing.toBase64(sealing.sealBytes(key, purposeOf(name), whole, random)))) return false
  places.slice(1).forEach((older) => storage.remove(older.prefix + name))
  return true
}

/** What stands under a name; nothing where it does not, or was changed by somebody else. */
export function take({ storage, sealing, places }: Shelf, name: string): Uint8Array | undefined {
  for (const { key, prefix } of places) {
    const text = storage.read(prefix + name)
    if (text === undefined) continue
    try {
      return sealing.unpadded(sealing.openBytes(key, purposeOf(name), sealing.fromBase64(text)))
    } catch {
      // Not ours, or cut off: as if it were not there.
    }
  }
  return undefined
}

/** The oldest first: were it cut off half-way, nothing older would come to light. */
export const drop = ({ storage, places }: Shelf, name: string): void =>
  [...places].reverse().forEach(({ prefix }) => storage.remove(prefix + name))

/** The names of everything on it. */
export const namesOn = ({ storage, places }: Shelf): string[] => [
  ...new Set(
    storage.names().flatMap((name) => places.flatMap(({ prefix }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))),
  ),
]

/** Seals with the newest key what an older one has sealed, so that the older one may go. */
export async function sealAnew(shelf: Shelf): Promise<void> {
  const older = shelf.places.slice(1)
  for (const name of namesOn({ ...shelf, places: older })) {
    const bytes = take(shelf, name)
    if (bytes) put(shelf, name, bytes, await shelf.random(2 * randomPerText))
  }
}
