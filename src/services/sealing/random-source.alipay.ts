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

/** Alipay's logic layer has no secure randomness; a worker has. Only one may be there at a time: one that never answered goes first. */
export async function secureBytes(length: number): Promise<Uint8Array> {
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
