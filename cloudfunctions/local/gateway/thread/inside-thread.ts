import { parentPort } from 'node:worker_threads'
import { startGateway } from '../index'
import { shiftClock } from './shifted-clock'
import { asError, asPlain, type FromThread, type Mark, type ToThread } from './thread-messages'

/** The thread's side of `startGatewayThread`. */
export async function runInThread({ options, invokes }: Mark): Promise<void> {
  const port = parentPort
  if (!port) return
  const send = (message: FromThread) => port.postMessage(message)
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>()
  let calls = 0
  const invoke = (name: string, data: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.set(++calls, { resolve, reject })
      send({ kind: 'invoke', call: calls, name, data })
    })
  try {
    const gateway = await startGateway(invokes ? { ...options, invoke } : options)
    port.on('message', (message: ToThread) => {
      if (message.kind === 'close') return void gateway.close().then(() => port.close())
      if (message.kind === 'shift' || message.kind === 'sync') {
        if (message.kind === 'shift') shiftClock(message.ms)
        else gateway.syncEachWrite(message.does)
        return send({ kind: 'set' })
      }
      const caller = waiting.get(message.call)
      waiting.delete(message.call)
      if (message.kind === 'result') caller?.resolve(message.result)
      else caller?.reject(asError(message))
    })
    send({ kind: 'ready', url: gateway.url, port: gateway.port })
  } catch (error) {
    send({ kind: 'failed', ...asPlain(error) })
  }
}
