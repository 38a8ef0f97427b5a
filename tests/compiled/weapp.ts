import { resolve } from 'node:path'
import { NativeFailure, later, navigation } from './native'
import { Phone } from './phone'
import { Program } from './program'
import { noNetwork, type Answers } from './wire'

export const weappFolder = resolve(__dirname, '../../dist/weapp')

/** A phone with WeChat and the compiled programme; `answers` is the county behind callFunction. */
export const weChatPhone = (answers: Partial<Answers>): Phone => new Phone(startInWeChat, answers)

function startInWeChat(phone: Phone): Program {
  const program: Program = new Program(weappFolder, { name: 'wx', api: weChat(phone, () => program) }, true)
  return program
}

/** As much of `wx` as the programme uses. What is not here does not exist, and whoever calls it fails. */
function weChat(phone: Phone, program: () => Program): object {
  const { storage } = phone
  const api: Record<string, unknown> = {
    ...navigation(phone, program),
    canIUse: (schema: string) => schema.split('.')[0]! in api,
    getAppBaseInfo: () => ({ SDKVersion: '3.8.0', language: 'zh_CN', version: '8.0.50', fontSizeSetting: 17 }),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => { storage.set(key, value) },
    removeStorageSync: (key: string) => { storage.delete(key) },
    setStorage: later(program, ({ key, data }) => { storage.set(String(key), data) }),
    setClipboardData: later(program, ({ data }) => { phone.copied.push(String(data)) }),
    onNetworkStatusChange: () => undefined,
    stopPullDownRefresh: later(program, () => undefined),
    request: later(program, ({ url }) => {
      phone.complaints.push(`wx.request to ${String(url)}: WeChat asks through callFunction`)
      throw new NativeFailure({ errMsg: 'request:fail' })
    }),
    cloud: { init: () => undefined, callFunction: callFunction(phone, program) },
  }
  return api
}

interface Call { name: string; data?: { action?: string; input?: unknown } }

/** Resolves with `{ result }`, or rejects as WeChat does when the call did not arrive. */
const callFunction = (phone: Phone, program: () => Program) => ({ name, data }: Call): Promise<object> =>
  new Promise((resolve, reject) => {
    later(program, () => {
      const answer = phone.ask({ name, action: data?.action ?? '', input: data?.input })
      if (answer === noNetwork) throw new NativeFailure({ errCode: -1, errMsg: 'cloud.callFunction:fail request:fail' })
      return { result: answer, errMsg: 'cloud.callFunction:ok', requestID: '1a2b' }
    })({ success: resolve, fail: reject })
  })
