import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Misbehaviour = 'hangs' | 'breaks off' | 'is down' | 'moves away' | 'speaks in riddles'

export interface StandIn {
  url: string
  /** How many requests reached it. */
  readonly asked: number
  /** How it answers from now on; nothing: as it should. */
  misbehave(how?: Misbehaviour): void
  close(): Promise<void>
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

/** A platform's endpoint on this machine: `answer` is how it answers when it is well. */
export async function standIn(answer: (request: IncomingMessage) => Promise<string>): Promise<StandIn> {
  let how: Misbehaviour | undefined
  let asked = 0
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    asked++
    if (how === 'hangs') return
    if (how === 'is down') return void response.writeHead(500).end('{}')
    if (how === 'moves away') return void response.writeHead(302, { location: '/elsewhere' }).end()
    if (how === 'speaks in riddles') return void response.end('<html>维护中</html>')
    const text = await answer(request)
    if (how !== 'breaks off') return void response.writeHead(200, { 'content-type': 'application/json' }).end(text)
    response.writeHead(200, { 'content-length': Buffer.byteLength(text) })
    response.write(text.slice(0, text.length / 2), () => response.destroy())
  }
  const server = createServer((request, response) => void respond(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get asked() {
      return asked
    },
    misbehave: (next) => {
      how = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A url on this machine where nobody listens. */
export async function nobody(): Promise<string> {
  const there = await standIn(async () => '')
  await there.close()
  return there.url
}
