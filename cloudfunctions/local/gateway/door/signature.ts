import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { GatewayError } from './errors'

export interface Credentials {
  secretId: string
  secretKey: string
}

/** The parts of a request that its signature covers. */
export interface SignedRequest {
  method: string
  /** Path and query as sent. */
  url: string
  headers: IncomingHttpHeaders
  body: Record<string, unknown>
}

/** How far a signature's time may be from ours, in seconds; the SDK says so in `X-Signature-Expires`. */
const VALID_S = 600

const refused = (why: string) => new GatewayError('SIGN_PARAM_INVALID', `The request is not signed with this gateway's secret: ${why}.`)

/** What the `Authorization` header says, as far as it can be judged before the body is there. */
export type Claim = 'bearer' | Signature

export interface Signature {
  date: string
  timestamp: number
  params: string
  headers: string
  signature: string
  /** How long it is still valid (ms). */
  validMs: number
}

/**
 * Reads the header of a request: a bearer token is decided at once; a signature must be of our id, of now and of
 * the right form before anything of the body is read. Throws SIGN_PARAM_INVALID otherwise.
 */
export function readClaim(requestHeaders: IncomingHttpHeaders, { secretId, secretKey }: Credentials): Claim {
  const header = requestHeaders.authorization ?? ''
  if (header.startsWith('Bearer ')) {
    if (!sameText(header.slice('Bearer '.length), secretKey)) throw refused('wrong bearer token')
    return 'bearer'
  }
  const parts =
    /^TC3-HMAC-SHA256 Credential=([^/]*)\/([\d-]*)\/tcb\/tc3_request, SignedParams=([^,]*), SignedHeaders=([^,]*), Signature=([0-9a-f]{64})$/.exec(
      header,
    )
  if (!parts) throw refused('no signature')
  const [, id, date, params, headers, signature] = parts as unknown as [string, string, string, string, string, string]
  if (!sameText(id, secretId)) throw refused('unknown secretId')
  const timestamp = Number(requestHeaders['x-timestamp'])
  // Real time, not the injected clock: the SDK signs with real time too.
  if (!(Math.abs(Date.now() / 1000 - timestamp) <= VALID_S)) throw refused('its time is too far from ours')
  if (new Date(timestamp * 1000).toISOString().slice(0, 10) !== date) throw refused('its date and time differ')
  const names = headers.split(';')
  if (!names.includes('host') || !names.includes('content-type')) throw refused('host and content-type are not signed')
  return { date, timestamp, params, headers, signature, validMs: Math.max(1000, (timestamp + VALID_S) * 1000 - Date.now()) }
}

/** Throws SIGN_PARAM_INVALID unless the signature is that of this request, body and all, with our secret. */
export function checkSignature(
  request: SignedRequest,
  { date, timestamp, params, headers, signature }: Signature,
  { secretKey }: Credentials,
): void {
  const text = ['TC3-HMAC-SHA256', timestamp, `${date}/tcb/tc3_request`, sha256(canonical(request, headers, params))].join('\n')
  if (!sameText(hmac(signingKey(date, secretKey), text).toString('hex'), signature)) throw refused('the signature does not match')
}

/**
 * Signed before this gateway started (`uptimeMs` ago): what it has seen until then is not known any more. The SDK dates its
 * signatures a second back.
 */
export const isFromBefore = ({ timestamp }: Signature, uptimeMs: number): boolean => Date.now() - timestamp * 1000 > uptimeMs + 2000

export const tooOld = () => refused('it was signed before this gateway started, and may have been carried out then; sign a new one')

/** The request as the SDK signs it; every parameter of the body must be under the signature. */
function canonical({ method, url, headers, body }: SignedRequest, signedHeaders: string, signedParams: string): string {
  const names = signedHeaders.split(';')
  const lines = names.map((name) => `${name}:${headerValue(name, headers[name])}`)
  const [path, query] = url.split('?') as [string, string | undefined]
  const params = signedBody(body)
  if (params.map(([name]) => name).join(';') !== signedParams) throw refused('some parameters are not signed')
  const payload = params.map(([name, value]) => `&${name}=${value}\r\n`).join('')
  return [method.toLowerCase(), `//${headers.host}${path}`, query ?? '', ...lines, '', signedHeaders, sha256(payload)].join('\n')
}

function headerValue(name: string, value: string | string[] | undefined): string {
  const text = String(value ?? '').trim()
  return name === 'content-type' ? text : text.toLowerCase()
}

/** The body's members by lower-case name; those that are empty are not signed. */
function signedBody(body: Record<string, unknown>): [name: string, value: string][] {
  return Object.entries(body)
    .map(([name, value]): [string, string] => [encodeName(name), (typeof value === 'string' ? value : JSON.stringify(value)).trim()])
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => a.localeCompare(b))
}

const encodeName = (name: string) =>
  encodeURIComponent(name.toLowerCase().trim()).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** The key changes once a day. */
const signingKeys = new Map<string, Buffer>()

function signingKey(date: string, secretKey: string): Buffer {
  const name = `${date}\n${secretKey}`
  const known = signingKeys.get(name)
  if (known) return known
  if (signingKeys.size > 100) signingKeys.clear()
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), 'tcb'), 'tc3_request')
  signingKeys.set(name, key)
  return key
}

/** Compares in a time that tells nothing about where two texts differ. */
export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
}
