import Taro from '@tarojs/taro'

/** Keeps a text on the phone. False where it has no room for it: Alipay says so in its answer, the others by throwing. */
export function stored(key: string, text: string): boolean {
  try {
    Taro.setStorageSync(key, text)
    return Taro.getStorageSync(key) === text
  } catch {
    return false
  }
}
