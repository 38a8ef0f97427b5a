import { timingSafeEqual } from 'node:crypto'
import tcb from '@cloudbase/node-sdk'
import { mac, type Keys } from './keys'

/** What reached the function, whatever road it came by. Identity is never in the input. */
export interface Call {
  road: 'wechat' | 'http' | 'operator'
  /** WeChat's word for who it is. */
  openid?: string
  /** The session token of H5 and Alipay. */
  session?: string
  action: string
  input: unknown
}

interface HttpEvent { httpMethod: string; headers?: Record<string, string>; body?: string; isBase64Encoded?: boolean }
interface DirectEvent { action?: string; input?: unknown; operator?: { at: number; proof: string } }

export const isHttp = (event: unknown): event is HttpEvent => typeof event === 'object' && event !== null && 'httpMethod' in event

/** Reads an HTTP-access-service event or a callFunction event. Nothing if the body is not JSON. */
export function readCall(event: unknown, context: unknown, keys: Keys): Call | undefined {
  if (isHttp(event)) {
    const body = readBody(event)
    if (!body) return undefined
    const bearer = /^Bearer (\S{1,200})$/i.exec(header(event, 'authorization') ?? '')?.[1]
    return { road: 'http', action: String(body.action ?? ''), input: body.input ?? {}, ...(bearer && { session: bearer }) }
  }
  const direct = (event ?? {}) as DirectEvent
  const { action = '', input = {} } = direct
  if (direct.operator) return isOperator(keys, direct) ? { road: 'operator', action, input } : undefined
  const openid = openidOf(context)
  return { road: 'wechat', action, input, ...(openid && { openid }) }
}

function readBody({ body = '', isBase64Encoded }: HttpEvent): { action?: unknown; input?: unknown } | undefined {
  try {
    const read: unknown = JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body)
    return typeof read === 'object' && read !== null ? read : undefined
  } catch {
    return undefined
  }
}

const header = ({ headers = {} }: HttpEvent, name: string): string | undefined =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]

/** From the platform's context of this call, which wins over process.env: one process may serve many callers. */
const openidOf = (context: unknown): string | undefined =>
  context ? (tcb.getCloudbaseContext(context as never) as { WX_OPENID?: string }).WX_OPENID : undefined

/** Who holds the deployment's keys may act as the operator: a proof for one action and input, good for five minutes. */
export const operatorProof = (keys: Keys, action: string, input: unknown, at: number): { at: number; proof: string } =>
  ({ at, proof: mac(keys, 'operator', `${at}/${action}/${JSON.stringify(input)}`).toString('hex') })

function isOperator(keys: Keys, { action = '', input = {}, operator }: DirectEvent): boolean {
  const { at, proof } = operator!
  const expected = operatorProof(keys, action, input, at).proof
  const fresh = Math.abs(Date.now() - at) < 5 * 60_000
  return fresh && String(proof).length === expected.length && timingSafeEqual(Buffer.from(String(proof)), Buffer.from(expected))
}
