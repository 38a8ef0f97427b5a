import Taro from '@tarojs/taro'
import { stored } from '../keep/stored'
import { keptFor } from '../wire/session'

/**
 * What is known of the households that were taken along, and the one key that opens them. It stands beside the session and dies with it, at
 * the hour, and when they are handed back; what it has sealed goes with it, under names that begin with `takenPrefix`.
 */
export interface HeldTaking {
  id: string
  /** 32 bytes in hex. */
  key: string
  purpose: string
  until: string
  /** The phone's clock when they were taken. */
  at: string
  householdIds: string[]
}

const name = 'taking'
export const takenPrefix = 'taken-'

/** What is taken along now. What is over is deleted by asking; so is what a clock that was turned back would make last longer. */
export function heldTaking(now = new Date()): HeldTaking | undefined {
  const kept: unknown = Taro.getStorageSync(name)
  if (typeof kept !== 'string' || kept === '') return undefined
  try {
    const { owner, ...taking } = JSON.parse(kept) as HeldTaking & { owner: string }
    if (owner === keptFor() && now.toISOString() < taking.until && now.toISOString() >= taking.at) return taking
  } catch {
    // Not what was kept: as if it were over.
  }
  forgetTaking()
  return undefined
}

/** False where the phone has no room for it. */
export const holdTaking = (taking: HeldTaking): boolean => stored(name, JSON.stringify({ owner: keptFor(), ...taking }))

/** The key first: what is left when the programme is killed here is nothing to anybody, and goes the next time. */
export function forgetTaking(): void {
  Taro.removeStorageSync(name)
  for (const one of Taro.getStorageInfoSync().keys) if (one.startsWith(takenPrefix)) Taro.removeStorageSync(one)
}
