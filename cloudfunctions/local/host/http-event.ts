import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Target } from './request-target'

/** CloudBase passes text bodies of at most 100 KB to a function. */
const bodyLimit = 100 * 1024

export class BodyTooLarge extends Error {}

/** The event that CloudBase's HTTP access service would hand to the function. */
export async function httpEvent(request: IncomingMessage, { path, query }: Target) {
  return {
    path,
    httpMethod: request.method ?? 'GET',
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]),
    ),
    queryStringParameters: Object.fromEntries(query),
    requestContext: { stage: 'release', sourceIp: peerOf(request) },
    body: await readBody(request),
    isBase64Encoded: false,
  }
}

/**
 * Who is at the other end; nobody that we know when the request is HTTP/1.0: no browser and none of our programmes speaks it, but proxies
 * do to what stands behind them, and such a one need not say that it is one.
 */
export const peerOf = ({ httpVersion, socket }: IncomingMessage): string => (httpVersion === '1.0' ? '' : (socket.remoteAddress ?? ''))

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += (part as Buffer).length
    if (size > bodyLimit) throw new BodyTooLarge()
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts).toString('utf8')
}

interface HttpReply {
  statusCode: number
  headers?: Record<string, string>
  body?: string
  isBase64Encoded?: boolean
}

/** Sends what the function returned, as the access service does. */
export function sendReply(response: ServerResponse, { statusCode, headers = {}, body = '', isBase64Encoded }: HttpReply): void {
  response.writeHead(statusCode, headers).end(isBase64Encoded ? Buffer.from(body, 'base64') : body)
}

/** The context of a call from the WeChat mini-program: the platform vouches for the openid. */
export const wechatContext = (openid: string, envId: string) => ({
  request_id: 'local',
  function_name: 'local',
  namespace: envId,
  environment: JSON.stringify({
    TCB_ENV: envId,
    WX_OPENID: openid,
    WX_APPID: 'local',
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
    TCB_CONTEXT_KEYS: 'TCB_ENV',
  }),
})
