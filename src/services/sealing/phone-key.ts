import Taro from '@tarojs/taro'
import { prepareRandom } from './random'

const name = 'phone-key'

/**
 * What tells this phone from others where an answer was lost before it had a session: sent along with a one-time code and with the first
 * step of binding, so that the same may be sent again. Nothing where the phone has no good randomness: then it just cannot repeat.
 */
export async function phoneKey(): Promise<{ key?: string }> {
  const kept: unknown = Taro.getStorageSync(name)
  if (typeof kept === 'string' && kept !== '') return { key: kept }
  try {
    const key = [...(await prepareRandom(32))(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    Taro.setStorageSync(name, key)
    return { key }
  } catch {
    return {}
  }
}
