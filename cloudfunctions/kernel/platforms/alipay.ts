import { createSign, createVerify, type KeyObject } from 'node:crypto'
import { chinaClock } from '../call/clock'
import { refusals } from '../call/errors'
import { askPlatform, silent, writePlatform } from './ask'

/** Our mini-program at Alipay, with plain keys (not certificates). `publicKey` is Alipay's, for its answers. */
export interface AlipayApp {
  appId: string
  privateKey: KeyObject
  publicKey: KeyObject
  gateway: string
}

export const alipayGateway = 'https://openapi.alipay.com/gateway.do'

/**
 * Who holds this code of `my.getAuthCode`: the user's id at this app (`open_id`, or `user_id` where the app has not moved to it).
 * Refuses when the code is spent or expired, when Alipay does not take our signature, and when its own does not hold.
 */
export async function alipayUser(app: AlipayApp, authCode: string, now: Date): Promise<string> {
  const answer = await askAlipay(app, 'alipay.system.oauth.token', { grant_type: 'authorization_code', code: authCode }, now)
  const user = [answer.open_id, answer.user_id].find((id) => typeof id === 'string' && id !== '')
  if (typeof user !== 'string') throw refusalOf(answer)
  return user
}

/** What Alipay answers to one of its methods, verified; its word for a fault is thrown as a refusal of ours. */
export async function askAlipay(
  app: AlipayApp,
  method: string,
  parameters: Record<string, string>,
  now: Date,
): Promise<Record<string, unknown>> {
  const body = new URLSearchParams(
    signed(app, {
      app_id: app.appId,
      method,
      charset: 'utf-8',
      sign_type: 'RSA2',
      timestamp: chinaClock(now),
      version: '1.0',
      ...parameters,
    }),
  )
  const raw = await askPlatform('支付宝', app.gateway, { method: 'POST', body })
  const { sign, error_response: error } = readObject(raw)
  if (error) throw refusalOf(error)
  const text = cutMember(raw, `${method.replaceAll('.', '_')}_response`)
  if (!text || !verifies(app, text, sign)) throw silent('支付宝', 'answer without a valid signature')
  // What is read is what was verified: of two members of one name, a parser may take the other.
  return readObject(text)
}

/** Alipay's RSA2: all parameters in the order of their names, as `k=v` joined with `&`, not encoded; RSA with SHA-256. */
function signed({ privateKey }: AlipayApp, parameters: Record<string, string>): Record<string, string> {
  const text = Object.keys(parameters)
    .sort()
    .map((key) => `${key}=${parameters[key]}`)
    .join('&')
  return { ...parameters, sign: createSign('RSA-SHA256').update(text, 'utf8').sign(privateKey, 'base64') }
}

const verifies = ({ publicKey }: AlipayApp, text: string, sign: unknown): boolean =>
  typeof sign === 'string' && createVerify('RSA-SHA256').update(text, 'utf8').verify(publicKey, sign, 'base64')

/** The exact text of an object member, as Alipay signed it: from its brace to the one that closes it, braces in strings not counted. */
function cutMember(raw: string, name: string): string | undefined {
  const from = new RegExp(`"${name}"\\s*:\\s*(?=\\{)`).exec(raw)
  if (!from) return undefined
  const start = from.index + from[0].length
  let depth = 0
  for (const { 0: piece, index } of raw.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (piece === '{') depth++
    if (piece === '}' && --depth === 0) return raw.slice(start, start + index + 1)
  }
  return undefined
}

function readObject(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>
  } catch {
    throw silent('支付宝', 'answer that is not whole')
  }
}

/** `sub_msg` is not logged: for a bad signature it repeats the request, and the code with it. */
function refusalOf(answer: unknown): Error {
  if (String((Object(answer) as { sub_code?: unknown }).sub_code).startsWith('isv.code-')) return refusals.codeSpent()
  writePlatform('支付宝', wordOf(answer) ?? 'answer without a user')
  return refusals.internal()
}

/** Alipay's own word for a fault, where it is a word and no more. */
export function wordOf(answer: unknown): string | undefined {
  const { code, sub_code: sub } = Object(answer) as { code?: unknown; sub_code?: unknown }
  return [sub, code].find((each): each is string => typeof each === 'string' && /^[\w.-]{1,60}$/.test(each))
}
