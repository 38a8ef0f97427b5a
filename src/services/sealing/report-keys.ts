import { useSyncExternalStore } from 'react'
import { sm2 } from 'sm-crypto-v2'
import type { ReportKey, ReportOffice } from '#domain/county/report-rules'
import type { KeyPair, PublicKey } from '#domain/sealing/sm2-keys'
import type { Random } from '#domain/sealing/symmetric'
import { county } from '../built-in/county'
import { watchForLeaving } from '../desk/leaving-desk'
import { NoRandomness, prepareRandom } from './random'

/** A private key of the discipline office that is open in this browser, and whose it is. */
export interface OpenKey {
  name: string
  pair: KeyPair
}

/**
 * They are here and nowhere else: no storage, no question to any server. Several, because older reports may need a key that was
 * replaced.
 */
let open: readonly OpenKey[] = []
const listeners = new Set<() => void>()

function put(keys: readonly OpenKey[]): void {
  open = keys
  listeners.forEach((tell) => tell())
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export const useOpenKeys = (): readonly OpenKey[] => useSyncExternalStore(subscribe, () => open)

/** Stays open in whatever room of the desk one goes to, until nobody has touched the page for a while, or it is left. */
export function openKey(key: OpenKey): void {
  put([...open.filter(({ pair }) => pair.id !== key.pair.id), key])
  stopWatching ??= watchForLeaving(forgetKeys)
}

export function forgetKeys(): void {
  stopWatching?.()
  stopWatching = undefined
  if (open.length > 0) put([])
}

let stopWatching: (() => void) | undefined

/** The office that a key is built into the programme for, if any. The number alone does not prove it. */
export function pinnedAt({ id, publicKey }: PublicKey): { office: ReportOffice; key: ReportKey } | undefined {
  for (const office of county.reports.offices) {
    const key = office.keys.find((one) => one.id === id && one.publicKey === publicKey)
    if (key) return { office, key }
  }
  return undefined
}

/** The open key with which this office signs: reporters' telephones believe no other. */
export const signerOf = (officeId: string): KeyPair | undefined => open.find(({ pair }) => pinnedAt(pair)?.office.id === officeId)?.pair

/**
 * Randomness for sealing, and for signing too: the library signs with its own, which our build does not start by itself
 * (config/without-node-random.cjs). @throws NoRandomness where this browser has none: then nothing is signed.
 */
export async function prepareSigning(length: number): Promise<Random> {
  const random = await prepareRandom(length)
  await sm2.initRNGPool().catch(() => {
    throw new NoRandomness()
  })
  return random
}
