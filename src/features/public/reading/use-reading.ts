import { useSyncExternalStore } from 'react'
import Taro from '@tarojs/taro'
import type { Reading } from './sizes'
import { stepAtLeast, steps, usual } from './sizes'

const key = 'reading'
const listeners = new Set<() => void>()
let reading: Reading | undefined

/** How this person reads, on every page alike; kept on the phone. */
export const useReading = (): Reading => useSyncExternalStore(subscribe, current, current)

export function setReading(next: Reading): void {
  reading = next
  Taro.setStorageSync(key, next)
  listeners.forEach((tell) => tell())
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => {
    listeners.delete(tell)
  }
}

const current = (): Reading => (reading ??= kept() ?? asPhoneIsSet())

function kept(): Reading | undefined {
  const stored = Taro.getStorageSync<Partial<Reading> | ''>(key)
  if (!stored || !steps.some((step) => step === stored.text)) return undefined
  return { elder: stored.elder === true, text: stored.text! }
}

/** Who has enlarged WeChat's letters need not ask again here. */
function asPhoneIsSet(): Reading {
  if (process.env.TARO_ENV !== 'weapp') return usual
  const app: object = Taro.canIUse('getAppBaseInfo') ? Taro.getAppBaseInfo() : {}
  const setting = 'fontSizeSetting' in app && typeof app.fontSizeSetting === 'number' ? app.fontSizeSetting : 0
  return setting > usual.text ? { ...usual, text: stepAtLeast(setting) } : usual
}
