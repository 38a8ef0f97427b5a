import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Counts sequential database rounds: requests that are under way together are one round. */
export interface Rounds {
  /** Runs `work` with every database answer delayed, so that parallel requests overlap; the number of rounds and requests it took. */
  of(work: () => Promise<unknown>): Promise<{ rounds: number; requests: number }>
  close(): void
}

const asked = 'http.server.request.start'
const DELAY_MS = 40

/** Listens to what comes to the gateway on this port, in this process. */
export function countRounds(port: number): Rounds {
  let underWay = 0
  let rounds = 0
  let requests = 0
  let delay = 0
  let gateway: Server | undefined
  const heard = (message: unknown) => {
    const { server, response } = message as { server: Server; response: ServerResponse }
    if (!gateway && (server.address() as AddressInfo | null)?.port === port) gateway = server
    if (server !== gateway) return
    requests++
    if (underWay++ === 0) rounds++
    response.once('close', () => underWay--)
    if (delay > 0) later(response, delay)
  }
  subscribe(asked, heard)
  return {
    async of(work) {
      rounds = 0
      requests = 0
      delay = DELAY_MS
      try {
        await work()
      } finally {
        delay = 0
      }
      return { rounds, requests }
    },
    close: () => unsubscribe(asked, heard),
  }
}

function later(response: ServerResponse, ms: number): void {
  const end = response.end.bind(response) as (text: unknown) => ServerResponse
  response.end = ((text: unknown) => {
    setTimeout(end, ms, text)
    return response
  }) as ServerResponse['end']
}
