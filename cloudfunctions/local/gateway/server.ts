import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { ACTIONS } from './actions/all'
import type { Body, Context } from './actions/context'
import { badParam, badRequest, describeError, GatewayError } from './errors'
import { checkSignature, type Credentials } from './signature'
import { serveFile } from './file-server'

/** Largest request body, in bytes; CloudBase's limit for one document is half of it. */
const MAX_BODY = 32 * 1024 * 1024
/** Past this the rest of a body is not even read any more. */
const MAX_DRAINED = 8 * MAX_BODY

export interface Door extends Credentials { envId: string }

/** The HTTP side: `POST /admin` for everything, `/storage/…` for the bytes of files. */
export function gatewayServer(on: Context, door: Door): Server {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? ''
    const work = path.startsWith('/storage/') ? serveFile(request, response, on.storage) : serveAdmin(request, response, on, door)
    work.catch(() => response.destroy())
  })
  // The SDK keeps idle connections for 4.8 s, and longer while its process is too busy to look; closing much later than it does avoids resets.
  server.keepAliveTimeout = 120_000
  return server
}

/** Business errors are HTTP 200 too: the SDK reads the body of nothing else. */
async function serveAdmin(request: IncomingMessage, response: ServerResponse, on: Context, door: Door): Promise<void> {
  const requestId = randomUUID()
  let reply: object
  try {
    reply = { requestId, ...(await handle(request, on, door)) }
  } catch (error) {
    reply = { ...describeError(error), requestId }
  }
  const text = JSON.stringify(reply)
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) })
  response.end(text)
}

async function handle(request: IncomingMessage, on: Context, door: Door): Promise<object> {
  const raw = await readBody(request)
  if (request.method !== 'POST' || !request.url?.startsWith('/admin')) throw badParam('requests go to POST /admin')
  const body = parseBody(raw)
  checkSignature({ method: 'POST', url: request.url, headers: request.headers, body }, door)
  if (body.envName && body.envName !== door.envId) throw new GatewayError('INVALID_ENV', `this gateway serves the environment ${door.envId}, not ${String(body.envName)}`)
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

/** A body that is too large is read to its end and thrown away, so that the client gets to see the reply. */
async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size <= MAX_BODY) chunks.push(chunk as Buffer)
    if (size > MAX_DRAINED) throw new Error('the body does not end')
  }
  if (size > MAX_BODY) throw new GatewayError('EXCEED_REQUEST_LIMIT', `a request may have at most ${MAX_BODY} bytes, this one has ${size}`)
  return Buffer.concat(chunks).toString('utf8')
}
