import { timingSafeEqual } from 'node:crypto'
import tcb from '@cloudbase/node-sdk'
import { isHttp, readBody, type HttpBody } from './http'
import { mac, type Keys } from '../seal/keys'
import { addressOf, type Addressed, type AddressRule } from './network'

/** What reached the function, whatever road it came by. Identity is never in the input. */
export interface Call {
  road: 'wechat' | 'http' | 'operator' | 'timer'
  /** WeChat's word for who it is. */
  openid?: string
  /** The session token of H5 and Alipay. */
  session?: string
  /** Where it came from, over HTTP only and by the word that is believed (kernel/call/network). */
  address?: string
  action: string
  input: unknown
}

type HttpEvent = HttpBody & Addressed
interface DirectEvent {
  action?: string
  input?: unknown
  operator?: { at: number; proof: string }
}
interface TimerEvent {
  Type: 'Timer'
  TriggerName: string
  Message?: unknown
}

/**
 * Reads an HTTP-access-service event, a timer's or a callFunction's. Nothing if the body is not JSON, or if it is a phone
 * in disguise: callFunction lets its caller write the whole event, so a request with an invented `sourceIp` too. What shows
 * it is the platform's context, which no caller writes.
 */
export function readCall(event: unknown, context: unknown, keys: Keys, rule: AddressRule): Call | undefined {
  const platform = platformOf(context)
  if (isHttp(event)) return isClient(platform) ? undefined : readHttp(event as HttpEvent, rule)
  const direct = (event ?? {}) as DirectEvent
  const { action = '', input = {} } = direct
  if (direct.operator) return isOperator(keys, direct) ? { road: 'operator', action, input } : undefined
  if (isTimer(event) && !isClient(platform)) return { road: 'timer', action: timerAction(event), input: {} }
  const openid = platform.WX_OPENID
  return { road: 'wechat', action, input, ...(openid && { openid }) }
}

function readHttp(event: HttpEvent, rule: AddressRule): Call | undefined {
  // A form on somebody else's page can post text without the browser asking us; JSON it may not.
  if (!/^application\/json\s*(;|$)/i.test(header(event, 'content-type')?.trim() ?? '')) return undefined
  const body = readBody(event)
  if (!body) return undefined
  const bearer = /^Bearer (\S{1,200})$/i.exec(header(event, 'authorization') ?? '')?.[1]
  const address = addressOf(event, rule)
  return {
    road: 'http',
    action: String(body.action ?? ''),
    input: body.input ?? {},
    ...(bearer && { session: bearer }),
    ...(address && { address }),
  }
}

const isTimer = (event: unknown): event is TimerEvent => {
  const { Type, TriggerName } = Object(event) as Partial<TimerEvent>
  return Type === 'Timer' && typeof TriggerName === 'string'
}

/** What the timer was told when it was set up; a timer that was told nothing goes by its name. */
const timerAction = ({ Message, TriggerName }: TimerEvent): string => (typeof Message === 'string' && Message.trim()) || TriggerName.trim()

const header = ({ headers = {} }: HttpEvent, name: string): string | undefined => {
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
  return typeof value === 'string' ? value : undefined
}

interface Platform {
  WX_OPENID?: string
  QQ_OPENID?: string
  TCB_UUID?: string
  TCB_SOURCE?: string
}

/** The platform's word on this call. Its context wins over process.env: one process may serve many callers. */
function platformOf(context: unknown): Platform {
  const { environment, environ } = Object(context) as { environment?: unknown; environ?: unknown }
  return environment || environ ? (tcb.getCloudbaseContext(context as never) as Platform) : {}
}

/**
 * True when the platform shows that somebody's client made the call: a user (WeChat, QQ, a web login, an anonymous one too) or a
 * client as the source. Without either it is taken to come from inside the environment: its timers, its access service, its
 * functions and administrators. A client without any login would look so too: keep callFunction closed to them in the
 * environment's function rules (`auth != null`).
 */
const isClient = ({ WX_OPENID, QQ_OPENID, TCB_UUID, TCB_SOURCE }: Platform): boolean =>
  Boolean(WX_OPENID || QQ_OPENID || TCB_UUID) || /client|devtools|debug|crawler|unknown/i.test(String(TCB_SOURCE ?? ''))

/** Who holds the deployment's keys may act as the operator: a proof for one action and input, good for five minutes. */
export const operatorProof = (keys: Keys, action: string, input: unknown, at: number): { at: number; proof: string } => ({
  at,
  proof: mac(keys, 'operator', `${at}/${action}/${JSON.stringify(input)}`).toString('hex'),
})

function isOperator(keys: Keys, { action = '', input = {}, operator }: DirectEvent): boolean {
  const { at, proof } = operator!
  const expected = operatorProof(keys, action, input, at).proof
  const fresh = Math.abs(Date.now() - at) < 5 * 60_000
  return fresh && String(proof).length === expected.length && timingSafeEqual(Buffer.from(String(proof)), Buffer.from(expected))
}
