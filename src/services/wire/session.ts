import Taro from '@tarojs/taro'

/** The host's demo sign-in page writes under this very key in Taro's H5 storage format. */
const key = 'session'

/** The session token, or '' when nobody is signed in (and always '' on WeChat, where the platform vouches). */
export function getSession(): string {
  const kept: unknown = Taro.getStorageSync(key)
  return typeof kept === 'string' ? kept : ''
}

export const setSession = (token: string): void => Taro.setStorageSync(key, token)

export const forgetSession = (): void => Taro.removeStorageSync(key)

/**
 * Whose the kept answers are. WeChat and Alipay keep each of their accounts' storage apart, so that a renewed session is still
 * the same person there; a browser may be a shared one, and only the session tells.
 */
export const keptFor = (): string => (process.env.TARO_ENV === 'weapp' || process.env.TARO_ENV === 'alipay' ? '' : getSession())

/** False when asking the server who I am would be a wasted journey. */
export const mayBeKnown = (): boolean => process.env.TARO_ENV === 'weapp' || getSession() !== ''
