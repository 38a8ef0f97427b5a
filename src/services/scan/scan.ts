import Taro from '@tarojs/taro'

/**
 * `several`: a picture of more than one code of ours. `given-up`: the person closed the camera. `unreadable`: there was no code
 * to read, or no camera to read it with.
 */
export type Scan = { kind: 'scanned'; text: string } | { kind: 'several'; texts: string[] } | { kind: 'given-up' } | { kind: 'unreadable' }

/** Whether `scan` opens a camera; without one the code is typed or read from a photo. */
export const hasScanner = true

/** Opens the platform's scanner (WeChat and Alipay; Alipay calls the result `code`). */
export async function scan(): Promise<Scan> {
  try {
    const found: { result?: string; code?: string } = await Taro.scanCode({ scanType: ['qrCode'] })
    const text = found.result ?? found.code
    return text ? { kind: 'scanned', text } : { kind: 'unreadable' }
  } catch (failure) {
    return isCancel(failure) ? { kind: 'given-up' } : { kind: 'unreadable' }
  }
}

/** WeChat says `scanCode:fail cancel`, Alipay `error: 10`. */
const isCancel = (failure: unknown): boolean =>
  typeof failure === 'object' &&
  failure !== null &&
  (('errMsg' in failure && String(failure.errMsg).includes('cancel')) || ('error' in failure && Number(failure.error) === 10))
