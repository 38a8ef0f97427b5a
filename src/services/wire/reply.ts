import type { ErrorCode, Reply } from '#contract/call/action'

/** `offline`: no answer came. `slow`: none within the patience. `unreachable`: something answered, but not one of our functions. */
export type Silence = 'offline' | 'slow' | 'unreachable'
export type CallCode = ErrorCode | Silence

/** Why there is no answer; `message` is Chinese for the person on the phone. */
export class CallError extends Error {
  constructor(
    readonly code: CallCode,
    message: string,
  ) {
    super(message)
    this.name = 'CallError'
  }
}

/** The reason as a `CallError`, or nothing if it is something else. */
export const callErrorOf = (error: unknown): CallError | undefined => (error instanceof CallError ? error : undefined)

/** Whether what came is from one of our functions: data, or an error in words. */
export const isReply = <Data>(reply: unknown): reply is Reply<Data> =>
  typeof reply === 'object' && reply !== null && ('data' in reply || 'error' in reply)

/** What comes back within the patience (ms), if it is a reply; `silent` says in words why there is none. Throws nothing but `CallError`. */
export async function replyWithin<Data>(
  patience: number,
  answer: Promise<unknown>,
  silent: (why: Silence) => CallError,
): Promise<Reply<Data>> {
  const reply = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(silent('slow')), patience)
    answer.then(resolve, (error: unknown) => reject(callErrorOf(error) ?? silent('offline'))).finally(() => clearTimeout(timer))
  })
  if (!isReply<Data>(reply)) throw silent('unreachable')
  return reply
}

/** The data of a reply; an error in it is thrown. */
export function dataOf<Data>(reply: Reply<Data>): Data {
  if ('error' in reply) throw new CallError(reply.error.code, reply.error.message)
  return reply.data
}
