import { createServer, request, Agent } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Counts sequential database rounds: requests that are under way together are one round. */
export interface Rounds {
  url: string
  /** Runs `work` with every database request delayed, so that parallel ones overlap; the number of rounds and requests it took. */
  of(work: () => Promise<unknown>): Promise<{ rounds: number; requests: number }>
  close(): Promise<void>
}

/** A door before the gateway that lets everything through and counts. */
export async function countRounds(gatewayUrl: string): Promise<Rounds> {
  const agent = new Agent({ keepAlive: true })
  let underWay = 0
  let rounds = 0
  let requests = 0
  let delay = 0
  const server = createServer((incoming, outgoing) => {
    requests++
    if (underWay++ === 0) rounds++
    const target = new URL(gatewayUrl)
    const pass = () => {
      const onward = request(
        { host: target.hostname, port: target.port, path: incoming.url, method: incoming.method, headers: incoming.headers, agent },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(outgoing)
        },
      )
      onward.on('error', () => outgoing.destroy())
      incoming.pipe(onward)
    }
    outgoing.on('close', () => underWay--)
    if (delay > 0) setTimeout(pass, delay)
    else pass()
  })
  server.keepAliveTimeout = 15_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${new URL(gatewayUrl).pathname}`,
    async of(work) {
      rounds = 0
      requests = 0
      delay = 40
      try {
        await work()
      } finally {
        delay = 0
      }
      return { rounds, requests }
    },
    close: () =>
      new Promise((resolve) => {
        agent.destroy()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
