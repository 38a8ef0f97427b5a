import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { runInThread } from './inside-thread'
import type { Gateway, GatewayOptions } from '../door/options'
import { runReader } from '../readers/inside-reader'
import type { ReaderMark } from '../readers/messages'
import { asError, asPlain, type FromThread, type Mark, type ThreadOptions, type ToThread } from './thread-messages'

/** A gateway whose clock can be set: see `shiftClock`. What is set is set when the answer comes. */
export interface GatewayThread extends Omit<Gateway, 'syncEachWrite'> {
  shiftClock(ms: number): Promise<void>
  syncEachWrite(does: boolean): Promise<void>
}

/** Runs the gateway in a thread of its own, from this file as bundled; resolves and rejects as `startGateway` does. */
export function startGatewayThread(options: ThreadOptions, workerFile: string): Promise<GatewayThread> {
  const { invoke, ...rest } = options
  const mark: Mark = { gatewayThread: true, options: { ...rest, readerFile: workerFile }, invokes: invoke !== undefined }
  const worker = new Worker(workerFile, { workerData: mark })
  const send = (message: ToThread) => worker.postMessage(message)
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  let [serving, closing] = [false, false]
  const setting: (() => void)[] = []
  const set = (message: ToThread) =>
    new Promise<void>((done) => {
      setting.push(done)
      send(message)
    })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', (code) => {
      const fault = new Error(`the gateway's thread ended with code ${code}`)
      // Whoever lives on it cannot go on: better to end and be started again than to answer nothing.
      if (serving && !closing) throw fault
      reject(fault)
    })
    worker.on('message', (message: FromThread) => {
      switch (message.kind) {
        case 'ready': {
          serving = true
          return resolve({
            url: message.url,
            port: message.port,
            shiftClock: (ms) => set({ kind: 'shift', ms }),
            syncEachWrite: (does) => set({ kind: 'sync', does }),
            close: () => {
              closing = true
              return closeThread(send, ended)
            },
          })
        }
        case 'set':
          return setting.shift()?.()
        case 'failed':
          return reject(asError(message))
        case 'invoke':
          return void answer(message, invoke, send)
      }
    })
  })
}

function closeThread(send: (message: ToThread) => void, ended: Promise<void>): Promise<void> {
  send({ kind: 'close' })
  return ended
}

async function answer(
  { call, name, data }: { call: number; name: string; data: unknown },
  invoke: GatewayOptions['invoke'],
  send: (message: ToThread) => void,
): Promise<void> {
  try {
    send({ kind: 'result', call, result: await invoke?.(name, data) })
  } catch (error) {
    send({ kind: 'error', call, ...asPlain(error) })
  }
}

// The same file, bundled, is what the thread runs; the mark keeps it quiet in anybody else's thread.
const mark: unknown = workerData
if (!isMainThread && typeof mark === 'object' && mark !== null) {
  if ('gatewayThread' in mark) void runInThread(mark as Mark)
  if ('gatewayReader' in mark) runReader(mark as ReaderMark)
}
