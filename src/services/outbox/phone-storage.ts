import Taro from '@tarojs/taro'
import { stored } from '../keep/stored'

/** Where a phone keeps texts. */
export interface PhoneStorage {
  names(): string[]
  read(name: string): string | undefined
  /** False where there is no room for it; then what stood there before stands. */
  write(name: string, text: string): boolean
  remove(name: string): void
  /** Characters (of one byte) that it still takes. */
  room(): number
}

/** What browsers give a site, in characters. They tell of it only by refusing. */
const browserRoom = 5 * 1024 * 1024

/** The platform's storage: 10 MB on WeChat and on Alipay, as each tells itself; about 5 MB in a browser. */
export const phoneStorage: PhoneStorage = {
  names: () => Taro.getStorageInfoSync().keys,
  read(name) {
    const kept: unknown = Taro.getStorageSync(name)
    return typeof kept === 'string' && kept !== '' ? kept : undefined
  },
  write: stored,
  remove: (name) => Taro.removeStorageSync(name),
  room() {
    const { keys, currentSize, limitSize } = Taro.getStorageInfoSync()
    if (limitSize > 0) return Math.max(0, (limitSize - currentSize) * 1024)
    return Math.max(0, browserRoom - keys.reduce((sum, name) => sum + name.length + String(Taro.getStorageSync(name)).length, 0))
  },
}
