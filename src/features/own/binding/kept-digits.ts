import Taro from '@tarojs/taro'
import type { CodeToken } from '#domain/access/code-token'

const name = 'binding-digits'

/** The six digits, and the instant (ms, by this phone's own clock, which may be wrong) until which they are good. */
export interface Digits {
  code: string
  until: number
}

interface Kept extends Digits {
  token: CodeToken
}

/** The digits that were shown for this card, if they are still good: a reload does not lose them. What was filled in is not kept. */
export function keptDigits(token: CodeToken): Digits | undefined {
  try {
    const kept = JSON.parse(String(Taro.getStorageSync(name))) as Kept
    return kept.token === token && kept.until > Date.now() ? { code: kept.code, until: kept.until } : undefined
  } catch {
    return undefined
  }
}

export const keepDigits = (token: CodeToken, digits: Digits): void =>
  Taro.setStorageSync(name, JSON.stringify({ token, ...digits } satisfies Kept))
export const dropDigits = (): void => Taro.removeStorageSync(name)
