import { resolve } from 'node:path'
import { randomBytes } from 'node:crypto'
import { NativeFailure, later, navigation } from './native'
import { Phone } from './phone'
import { photoApis } from './photo-apis'
import { Program } from './program'
import { noNetwork, type Answers } from './wire'

const weappFolder = resolve(__dirname, '../../../dist/weapp')

/** A phone with WeChat and the compiled programme; `answers` is the county behind callFunction. */
export const weChatPhone = (answers: Partial<Answers>): Phone => new Phone(startInWeChat, answers)

function startInWeChat(phone: Phone): Program {
  const program: Program = new Program(weappFolder, { name: 'wx', api: weChat(phone, () => program) }, true)
  return program
}

/** As much of `wx` as the programme uses. What is not here does not exist, and whoever calls it fails. */
function weChat(phone: Phone, program: () => Program): object {
  const { storage } = phone
  const { chosen, ...photos } = photoApis(phone, program)
  const api: Record<string, unknown> = {
    ...navigation(phone, program),
    canIUse: (schema: string) => schema.split('.')[0]! in api,
    getAppBaseInfo: () => ({ SDKVersion: '3.8.0', language: 'zh_CN', version: '8.0.50', fontSizeSetting: 17 }),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => {
      if (!phone.store(key, value, mostUnderAKey)) throw new Error('setStorageSync:fail exceed max size')
    },
    removeStorageSync: (key: string) => {
      storage.delete(key)
    },
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 0, limitSize: 10_240 }),
    setStorage: later(program, ({ key, data }) => {
      if (!phone.store(String(key), data, mostUnderAKey)) throw new NativeFailure({ errMsg: 'setStorage:fail exceed max size' })
    }),
    setClipboardData: later(program, ({ data }) => {
      phone.copied.push(String(data))
    }),
    onNetworkStatusChange: () => undefined,
    stopPullDownRefresh: later(program, () => undefined),
    ...photos,
    chooseMedia: later(program, () => ({ type: 'image', tempFiles: [{ tempFilePath: chosen(), size: 900_000 }] })),
    ...(!phone.lacks.has('randomness') && {
      getRandomValues: later(program, ({ length }) => ({ randomValues: Uint8Array.from(randomBytes(Number(length))).buffer })),
    }),
    request: later(program, ({ url, method, data, header }) => {
      phone.headers.push(header as Record<string, string>)
      return reportOverHttp(phone, String(url), method, data)
    }),
    cloud: { init: () => undefined, callFunction: callFunction(phone, program) },
  }
  return api
}

/** WeChat keeps at most 1 MB under one key. */
const mostUnderAKey = 1024 * 1024

/**
 * Anonymous reports alone go over `wx.request`: callFunction would carry the account along. Whatever the HTTP status, WeChat
 * hands over the body.
 */
function reportOverHttp(phone: Phone, url: string, method: unknown, data: unknown): object {
  if (!/^(https:\/\/[^/]+)?\/api\/report$/.test(url) || method !== 'POST')
    phone.complaints.push(`wx.request to ${url}: WeChat asks through callFunction`)
  const reply = phone.ask({ name: 'report', ...(data as { action: string; input: unknown }) })
  if (reply === noNetwork) throw new NativeFailure({ errMsg: 'request:fail' })
  return { data: reply, statusCode: 'error' in reply ? 400 : 200, header: {}, errMsg: 'request:ok' }
}

interface Call {
  name: string
  data?: { action?: string; input?: unknown }
}

/** Resolves with `{ result }`, or rejects as WeChat does when the call did not arrive. */
const callFunction =
  (phone: Phone, program: () => Program) =>
  ({ name, data }: Call): Promise<object> =>
    new Promise((resolve, reject) => {
      later(program, () => {
        if (name === 'report') phone.complaints.push('report was asked through callFunction, which tells who asks')
        const answer = phone.ask({ name, action: data?.action ?? '', input: data?.input })
        if (answer === noNetwork) throw new NativeFailure({ errCode: -1, errMsg: 'cloud.callFunction:fail request:fail' })
        return { result: answer, errMsg: 'cloud.callFunction:ok', requestID: '1a2b' }
      })({ success: resolve, fail: reject })
    })
