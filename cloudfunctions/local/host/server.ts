import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import sirv from 'sirv'
import { BodyTooLarge, httpEvent, sendReply } from './http-event'

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
  const pages = options.webRoot ? sirv(options.webRoot, { single: true, dev: true, setHeaders: secure }) : undefined
  const server = createServer((request, response) => void answer(request, response, options, pages))
  server.keepAliveTimeout = 15_000
  await listening(server, options)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${options.host}:${port}`,
    port,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

const listening = (server: Server, { port, host }: HostOptions) => new Promise<void>((resolve, reject) => {
  server.once('error', reject)
  server.listen(port, host, () => resolve())
})

async function answer(request: IncomingMessage, response: ServerResponse, { functions, sideDoor }: HostOptions, pages?: ReturnType<typeof sirv>): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://local').pathname
  try {
    const name = /^\/api\/([a-z]+)$/.exec(path)?.[1]
    if (name) return await callFunction(request, response, Object.hasOwn(functions, name) ? functions[name] : undefined, path)
    if (await sideDoor?.(request, response, path)) return
    if (pages && (request.method === 'GET' || request.method === 'HEAD')) return pages(request, response, () => plain(response, 404, '没有这个页面。'))
    plain(response, 404, '没有这个地址。')
  } catch (error) {
    if (error instanceof BodyTooLarge) return plain(response, 413, '内容太大了，请分几次发送。')
    console.error(error)
    plain(response, 500, '这台服务器出错了，请看终端里的说明。')
  }
}

async function callFunction(request: IncomingMessage, response: ServerResponse, main: Main | undefined, path: string): Promise<void> {
  if (!main) return plain(response, 404, '没有这个云函数。')
  if (request.method !== 'POST') return plain(response, 405, '请用 POST。')
  sendReply(response, (await main(await httpEvent(request, path), {})) as Parameters<typeof sendReply>[1])
}

function secure(response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('x-frame-options', 'DENY')
}

function plain(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return void response.end()
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(text)
}
