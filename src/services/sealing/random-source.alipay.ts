import Taro from '@tarojs/taro'
import { fromHex } from '#domain/sealing/bytes'

/** What config/alipay-worker.js answers: hex, or '' where the worker has no randomness either. */
interface Answer {
  hex: string
}
/** Alipay hands over the message itself, where WeChat and Taro's types wrap it. */
interface Worker {
  postMessage(message: object): void
  onMessage(listener: (answer: Answer) => void): void
  terminate(): void
}
type CreateWorker = (script: string, options: { useExperimentalWorker: boolean }) => Worker

let worker: Worker | undefined
let before: Promise<unknown> = Promise.resolve()

/** How long somebody waits for a worker that others have asked, in ms; then it never answers. */
const patience = 3_000

/**
 * Alipay's logic layer has no secure randomness; a worker has. Only one may be there at a time: who asks meanwhile waits for its turn, and
 * one that never answers goes.
 */
export function secureBytes(length: number): Promise<Uint8Array> {
  const turn = Promise.race([before, new Promise((done) => setTimeout(done, patience))])
  const asked = turn.then(() => bytesOfWorker(length))
  before = asked.catch(() => undefined)
  return asked
}

async function bytesOfWorker(length: number): Promise<Uint8Array> {
  dismiss()
  const asked = (worker = (Taro.createWorker as unknown as CreateWorker)('workers/random.js', { useExperimentalWorker: true }))
  const hex = await new Promise<string>((resolve) => {
    asked.onMessage((answer) => resolve(answer.hex))
    asked.postMessage({ length })
  })
  dismiss()
  return fromHex(hex)
}

function dismiss(): void {
  worker?.terminate()
  worker = undefined
}
