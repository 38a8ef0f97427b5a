import { statusOf } from './errors'
import type { ErrorCode } from '#contract/call/action'

/** Of a request over the HTTP access service, the body and nothing else. */
export interface HttpBody {
  httpMethod: string
  body?: string
  isBase64Encoded?: boolean
}

export const isHttp = (event: unknown): event is HttpBody => typeof event === 'object' && event !== null && 'httpMethod' in event

/** The body's JSON; nothing if it is none. */
export function readBody({ body = '', isBase64Encoded }: HttpBody): { action?: unknown; input?: unknown } | undefined {
  try {
    const read: unknown = JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body)
    return typeof read === 'object' && read !== null ? read : undefined
  } catch {
    return undefined
  }
}

/** A reply as the access service sends it on. */
export const overHttp = (reply: { data: unknown } | { error: { code: ErrorCode } }) => ({
  statusCode: 'error' in reply ? statusOf[reply.error.code] : 200,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(reply),
})
