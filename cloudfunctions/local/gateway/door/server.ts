import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { ACTIONS, READING } from '../actions/all'
import type { Body } from '../actions/body'
import type { Context } from '../actions/context'
import { badParam, badRequest, describeError, GatewayError } from './errors'
import { Replays } from './replays'
import { checkSignature, isFromBefore, readClaim, tooOld, type Credentials } from './signature'
import { serveFile } from './file-server'

/** Largest request body, in bytes; CloudBase's limit for one document is half of it. */
const MAX_BODY = 32 * 1024 * 1024
/** Past this the rest of a refused body is not even read any more. */
const MAX_DRAINED = 8 * MAX_BODY

/** So many bytes may be in memory of bodies whose signature cannot be checked yet, of all requests together. */
const MAX_UNCHECKED = 4 * MAX_BODY

/** Actions that may be repeated: they change nothing, or nothing that lasts. */
const REPEATABLE = new Set<unknown>([
  ...READING.keys(),
  'database.startTransaction',
  'storage.getUploadMetadata',
  'storage.batchGetDownloadUrl',
  'auth.getUserInfoForAdmin',
])

export interface Door extends Credentials {
  envId: string
}

interface Entrance extends Door {
  replays: Replays
  startedAt: number
  unchecked: number
}

/** The HTTP side: `POST /admin` for everything, `/storage/…` for the bytes of files. */
export function gatewayServer(on: Context, door: Door): Server {
  const entrance: Entrance = { ...door, replays: new Replays(), startedAt: performance.now(), unchecked: 0 }
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? ''
    const work = path.startsWith('/storage/') ? serveFile(request, response, on.storage) : serveAdmin(request, response, on, entrance)
    work.catch(() => response.destroy())
  })
  // The SDK keeps idle connections for 4.8 s, and longer while its process is too busy to look; closing much later than it does
  // avoids resets.
  server.keepAliveTimeout = 120_000
  return server
}

/** Business errors are HTTP 200 too: the SDK reads the body of nothing else. */
async function serveAdmin(request: IncomingMessage, response: ServerResponse, on: Context, entrance: Entrance): Promise<void> {
  const requestId = randomUUID()
  let reply: object
  try {
    reply = { requestId, ...(await handle(request, response, on, entrance)) }
  } catch (error) {
    reply = { ...describeError(error), requestId }
  }
  // The rest of a body that nobody wanted is not kept; without end it is not even read.
  discard(request)
  const text = JSON.stringify(reply)
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) })
  response.end(text)
}

async function handle(request: IncomingMessage, response: ServerResponse, on: Context, entrance: Entrance): Promise<object> {
  if (request.method !== 'POST' || !request.url?.startsWith('/admin')) throw badParam('requests go to POST /admin')
  const claim = readClaim(request.headers, entrance)
  if (claim === 'bearer') return perform(parseBody(await readBody(request, undefined)), on, entrance)
  const body = parseBody(await readBody(request, entrance))
  checkSignature({ method: 'POST', url: request.url, headers: request.headers, body }, claim, entrance)
  if (REPEATABLE.has(body.action)) return perform(body, on, entrance)
  if (isFromBefore(claim, performance.now() - entrance.startedAt)) throw tooOld()
  return entrance.replays.once(claim.signature, claim.validMs, response, () => perform(body, on, entrance).catch(describeError))
}

async function perform(body: Body, on: Context, { envId }: Door): Promise<object> {
  if (body.envName && body.envName !== envId)
    throw new GatewayError('INVALID_ENV', `this gateway serves the environment ${envId}, not ${String(body.envName)}`)
  const action = ACTIONS.get(body.action)
  if (!action) throw badRequest(`unknown action: ${String(body.action)}`)
  return action(body, on)
}

function parseBody(raw: string): Body {
  let body: unknown
  try {
    body = JSON.parse(raw)
  } catch {
    throw badParam('the body is not JSON')
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badParam('the body must be a JSON object')
  return body as Body
}

/** A body that is too large is refused as soon as that shows. `unchecked`: its signature can only be checked when it is there. */
async function readBody(request: IncomingMessage, unchecked: Entrance | undefined): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (unchecked) unchecked.unchecked += chunk.length
      if (size > MAX_BODY) throw new GatewayError('EXCEED_REQUEST_LIMIT', `a request may have at most ${MAX_BODY} bytes`)
      if (unchecked && unchecked.unchecked > MAX_UNCHECKED)
        throw new GatewayError('EXCEED_CONCURRENT_REQUEST_LIMIT', 'Too many large requests at once; try again later.')
      chunks.push(chunk)
    }
  } finally {
    if (unchecked) unchecked.unchecked -= size
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Reads what is left of a request without keeping it, so that the client gets to see the reply. */
function discard(request: IncomingMessage): void {
  let size = 0
  request.on('error', () => undefined)
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > MAX_DRAINED) request.destroy()
  })
}
