import type { GatewayOptions } from '../door/options'

/** A clock or other function cannot cross to a thread; `invoke` stays here and is called over messages. */
export type ThreadOptions = Omit<GatewayOptions, 'clock'>

export type FromThread =
  | { kind: 'ready'; url: string; port: number }
  | { kind: 'failed'; code?: string; message: string }
  | { kind: 'invoke'; call: number; name: string; data: unknown }
  | { kind: 'set' }
export type ToThread =
  | { kind: 'close' }
  | { kind: 'shift'; ms: number }
  | { kind: 'sync'; does: boolean }
  | { kind: 'result'; call: number; result: unknown }
  | { kind: 'error'; call: number; code?: string; message: string }

export interface Mark {
  gatewayThread: true
  options: Omit<ThreadOptions, 'invoke'>
  invokes: boolean
}

/** Errors lose their class and code on the way between threads unless taken apart. */
export const asError = ({ code, message }: { code?: string; message: string }) =>
  Object.assign(new Error(message), code === undefined ? {} : { code })

export function asPlain(error: unknown): { code?: string; message: string } {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return { message: error instanceof Error ? error.message : String(error), ...(typeof code === 'string' ? { code } : {}) }
}
