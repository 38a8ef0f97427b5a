import Taro from '@tarojs/taro'
import { keptFor } from '../wire/session'

/** Keys that stand beside the session and go with it: what they open stays on the phone, and is nothing to anybody without them. */
const name = 'outbox-keys'

interface Held {
  owner: string
  /** Hex, the newest first, as the county gave them. */
  keys: string[]
  /** How many visits wait: for pages that cannot open the outbox. */
  waiting: number
}

const read = (): Held | undefined => {
  try {
    const held = JSON.parse(String(Taro.getStorageSync(name))) as Held
    return held.owner === keptFor() && held.keys.length > 0 ? held : undefined
  } catch {
    return undefined
  }
}
const keep = (held: Omit<Held, 'owner'>): void => Taro.setStorageSync(name, JSON.stringify({ owner: keptFor(), ...held }))

/** The signed-in worker's keys; nothing before the county has given them, or to another session. */
export const heldKeys = (): readonly string[] | undefined => read()?.keys

export const holdKeys = (keys: string[]): void => keep({ keys, waiting: read()?.waiting ?? 0 })

/** Visits of the signed-in worker that have not gone, as last counted. */
export const heldCount = (): number => read()?.waiting ?? 0

export function noteHeld(waiting: number): void {
  const held = read()
  if (held && held.waiting !== waiting) keep({ keys: held.keys, waiting })
}

/** At signing in and leaving. */
export const forgetOutboxKeys = (): void => Taro.removeStorageSync(name)
