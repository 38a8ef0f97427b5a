import Taro from '@tarojs/taro'
import { keptFor } from '../wire/session'

/** What this phone remembers of 谁看过我的信息: the highest number it has seen, and the fingerprints (`mark`) of the last ones. */
export interface SeenLooks {
  highest: number
  marks: Record<number, string>
}

const key = 'seen-looks'

export function readSeenLooks(): SeenLooks {
  try {
    const { owner, seen } = JSON.parse(String(Taro.getStorageSync(key))) as { owner: string; seen: SeenLooks }
    if (owner === keptFor()) return seen
  } catch {
    // Nothing was kept yet.
  }
  return { highest: 0, marks: {} }
}

export const keepSeenLooks = (seen: SeenLooks): void => Taro.setStorageSync(key, JSON.stringify({ owner: keptFor(), seen }))

/** At signing in and leaving. */
export const forgetSeenLooks = (): void => Taro.removeStorageSync(key)
