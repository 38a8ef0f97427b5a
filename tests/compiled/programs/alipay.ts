import { readFileSync } from 'node:fs'
import { webcrypto } from 'node:crypto'
import { resolve } from 'node:path'
import { runInNewContext } from 'node:vm'
import type { ErrorCode } from '#contract/call/action'
import { inWeChatsFormats } from './alipay-copy'
import { NativeFailure, later, navigation } from './native'
import { Phone } from './phone'
import { photoApis } from './photo-apis'
import { Program } from './program'
import { noNetwork, type Answers } from './wire'

const alipayFolder = resolve(__dirname, '../../../dist/alipay')

/** What a stranger to our wire would see of each error: the HTTP status. */
const statusOf: Record<ErrorCode, number> = {
  'bad-input': 400,
  'unknown-action': 400,
  'sign-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  busy: 429,
  internal: 500,
}

let copy: ReturnType<typeof inWeChatsFormats> | undefined

/**
 * A phone with Alipay and the compiled programme; `answers` is the county behind `/api/<function>`. `vouches`: Alipay hands out
 * sign-in codes.
 */
export const alipayPhone = (answers: Partial<Answers>, { vouches = false } = {}): Phone =>
  new Phone((phone) => startInAlipay(phone, vouches), answers)

/** To be called when a test file ends. */
export const removeCopy = (): void => copy?.remove()

function startInAlipay(phone: Phone, vouches: boolean): Program {
  copy ??= inWeChatsFormats(alipayFolder)
  const program: Program = new Program(copy.path, { name: 'my', api: alipay(phone, () => program, vouches) }, false)
  return program
}

/** As much of `my` as the programme uses. What is not here does not exist, and whoever calls it fails. */
function alipay(phone: Phone, program: () => Program, vouches: boolean): object {
  const { storage } = phone
  const { chosen, ...photos } = photoApis(phone, program)
  const api: Record<string, unknown> = {
    ...navigation(phone, program),
    canIUse: (schema: string) => schema.split('.')[0]! in api,
    getStorageSync: ({ key }: { key: string }) => ({ data: storage.get(key) ?? null, success: true }),
    setStorageSync: ({ key, data }: { key: string; data: unknown }) =>
      phone.store(key, data, mostUnderAKey) ? { success: true } : { error: 2, errorMessage: 'exceed max size' },
    removeStorageSync: ({ key }: { key: string }) => {
      storage.delete(key)
    },
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 0, limitSize: 10_240, success: true }),
    setStorage: later(program, ({ key, data }) => {
      phone.store(String(key), data, mostUnderAKey)
    }),
    ...photos,
    chooseImage: later(program, () => ({ apFilePaths: [chosen()] })),
    createWorker: workers(phone),
    getAuthCode: later(program, ({ scopes }) => {
      if (scopes !== 'auth_base') phone.complaints.push(`getAuthCode for ${String(scopes)}: the programme needs auth_base only`)
      if (!vouches) throw new NativeFailure({ error: 11, errorMessage: '用户取消授权' })
      return { authCode: 'code-of-alipay' }
    }),
    setClipboard: later(program, ({ text }) => {
      phone.copied.push(String(text))
    }),
    onNetworkStatusChange: () => undefined,
    showSharePanel: () => {
      phone.passedOn.push(phone.shared('code'))
    },
    stopPullDownRefresh: later(program, () => undefined),
    request: later(program, ({ url, method, data, headers }) => {
      phone.headers.push(headers as Record<string, string>)
      phone.sessions.push((headers as { authorization?: string }).authorization?.replace('Bearer ', '') ?? '')
      return overHttp(phone, String(url), method, data)
    }),
  }
  return api
}

/** Alipay keeps at most 200 KB under one key. */
const mostUnderAKey = 200 * 1024

/**
 * Runs a worker's file, which must be among the workers of app.json, in a world of its own: it has `worker` and, where the
 * phone has any, `crypto`. One at a time.
 */
function workers(phone: Phone) {
  let alive = false
  return (script: string) => {
    const { workers: named = [] } = JSON.parse(readFileSync(resolve(alipayFolder, 'app.json'), 'utf8')) as { workers?: string[] }
    if (alive || !named.includes(script))
      phone.complaints.push(`my.createWorker(${script}): ${alive ? 'there is one already' : 'not in app.json'}`)
    alive = true
    let [heard, told] = [(_: object) => undefined as void, (_: object) => undefined as void]
    const deliver = (to: () => (message: object) => void) => (message: object) => {
      const copy = JSON.parse(JSON.stringify(message)) as object
      setTimeout(() => {
        if (alive) to()(copy)
      }, 0)
    }
    const world = {
      worker: {
        onMessage: (listener: typeof heard) => {
          heard = listener
        },
        postMessage: deliver(() => told),
      },
      ...(!phone.lacks.has('randomness') && { crypto: webcrypto }),
    }
    runInNewContext(readFileSync(resolve(alipayFolder, script), 'utf8'), world)
    return {
      onMessage: (listener: typeof told) => {
        told = listener
      },
      postMessage: deliver(() => heard),
      terminate: () => {
        alive = false
      },
    }
  }
}

/** `my.request`: an HTTP status other than 2xx is a failure that carries the body, as text. */
function overHttp(phone: Phone, url: string, method: unknown, data: unknown): object {
  const name = /^(?:https:\/\/[^/]+)?\/api\/([a-z]+)$/.exec(url)?.[1]
  if (!name || method !== 'POST') phone.complaints.push(`${String(method)} ${url} is no function of the county`)
  const { action, input } = data as { action: string; input: unknown }
  const reply = phone.ask({ name: name ?? '', action, input })
  if (reply === noNetwork) throw new NativeFailure({ error: 12, errorMessage: '网络出错' })
  if ('error' in reply)
    throw new NativeFailure({
      error: 19,
      errorMessage: 'http status error',
      status: statusOf[reply.error.code],
      data: JSON.stringify(reply),
    })
  return { data: reply, status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } }
}
