import Taro from '@tarojs/taro'

/** Given by the server at the first sign-in in this browser: tells it from a stranger's after failed tries. It outlives signing out. */
const key = 'office-device'

export function getDevice(): string | undefined {
  const kept: unknown = Taro.getStorageSync(key)
  return typeof kept === 'string' && kept !== '' ? kept : undefined
}

export const keepDevice = (device: string): void => Taro.setStorageSync(key, device)
