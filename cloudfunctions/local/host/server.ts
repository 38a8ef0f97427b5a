import { createServer, STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { writeFault } from '#kernel/call/log'
import { BodyTooLarge, httpEvent, sendReply } from './http-event'
import { inlineScripts, pagesOf, type Pages } from './pages'
import { targetOf, type Target } from './request-target'

export type Main = (event: unknown, context: unknown) => Promise<unknown>

/** A road of its own beside the functions and the pages, e.g. the demo's sign-in. True when it answered. */
export type SideDoor = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>

export interface HostOptions {
  port: number
  host: string
  functions: Record<string, Main>
  /** The built H5 client; without it only the functions are served. */
  webRoot?: string
  sideDoor?: SideDoor
}

/** Serves `POST /api/<function>` and the H5 client on one port. Any page path gets the client: `/c/<token>` is one. */
export async function startHost(options: HostOptions): Promise<{ url: string; port: number; close(): Promise<void> }> {
  const { webRoot } = options
  const pages = webRoot ? pagesOf(webRoot) : undefined
  const policy = policyFor(webRoot ? inlineScripts(webRoot) : [])
  const server = createServer((request, response) => void answer(request, response, options, policy, pages))
  server.on('clientError', refuseRaw)
  server.keepAliveTimeout = 15_000
  server.requestTimeout = 60_000
  await listening(server, options)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${options.host}:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const listening = (server: Server, { port, host }: HostOptions) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })

/** Answers any request whatever: a fault in one is that one's alone. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: HostOptions,
  policy: string,
  pages?: Pages,
): Promise<void> {
  // A client that is gone by the time of the answer is nobody's fault.
  response.on('error', () => undefined)
  try {
    secure(response, policy)
    const target = targetOf(request.url)
    if (!target) return plain(response, 400, '没有看懂这个地址。')
    await route(request, response, target, options, pages)
  } catch (error) {
    if (error instanceof BodyTooLarge) return plain(response, 413, '内容太大了，请分几次发送。')
    if (request.destroyed && !request.complete) return void response.destroy()
    writeFault({ function: 'host' }, error)
    plain(response, 500, '这台服务器出错了，请看终端里的说明。')
  }
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  target: Target,
  { functions, sideDoor }: HostOptions,
  pages?: Pages,
): Promise<void> {
  const { path } = target
  const name = /^\/api\/([a-z]+)$/.exec(path)?.[1]
  if (name) return callFunction(request, response, target, Object.hasOwn(functions, name) ? functions[name] : undefined)
  if (await sideDoor?.(request, response, path)) return
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(response, 404, '没有这个地址。')
  if (!pages?.(request, response, path)) plain(response, 404, '没有这个页面。')
}

async function callFunction(request: IncomingMessage, response: ServerResponse, target: Target, main: Main | undefined): Promise<void> {
  if (!main) return plain(response, 404, '没有这个云函数。')
  if (request.method !== 'POST') return plain(response, 405, '请用 POST。')
  // A form on somebody else's page can post text, and a browser would send it along without asking; JSON it may not.
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) return plain(response, 415, '请用 application/json。')
  sendReply(response, (await main(await httpEvent(request, target), {})) as Parameters<typeof sendReply>[1])
}

/** Only our own files run here, nothing is drawn inside anybody else's page, and nothing is sent elsewhere. */
const policyFor = (scripts: string[]): string =>
  [
    "default-src 'self'",
    `script-src 'self' ${scripts.join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

function secure(response: ServerResponse, policy: string): void {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('x-frame-options', 'DENY')
  response.setHeader('content-security-policy', policy)
}

function plain(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(text)
}

/** What is not even HTTP is told so, and the connection ends. */
function refuseRaw({ code }: NodeJS.ErrnoException, socket: Duplex): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = code === 'HPE_HEADER_OVERFLOW' ? 431 : code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}
