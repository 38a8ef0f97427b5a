import type { InputOf, OutputOf, Reply } from '#contract/call/action'
import type { report } from '#contract/report/actions'
import { CallError } from './call'
import { post } from './post'

type Actions = keyof typeof report

/** A part of a photo is 66 KB: on a slow network that takes a while. In ms. */
const patience = 60_000

const sealedStays = '封好的留在这部手机里，'
const typedStays = '回执号还在，'
const words = {
  offline: (stays: string) => `没有连上网。${stays}连上网再按一次。`,
  slow: (stays: string) => `等了一分钟没有回音。${stays}换个信号好的地方再按一次。`,
  unreachable: (stays: string) => `县里的服务器没有回应。${stays}过几分钟再按一次。`,
}

/**
 * Asks one action about anonymous reports: over HTTP on every platform, without session, cookie or sign-in. Throws nothing but
 * `CallError`.
 */
export async function askAnonymously<A extends Actions>(
  action: A,
  input: InputOf<(typeof report)[A]>,
): Promise<OutputOf<(typeof report)[A]>> {
  const failed = (code: keyof typeof words) => new CallError(code, words[code](action === 'open' ? typedStays : sealedStays))
  const reply = await withPatience(post('report', { action, input }, { credentials: 'omit', timeout: patience }), failed)
  if (!isReply<OutputOf<(typeof report)[A]>>(reply)) throw failed('unreachable')
  if ('error' in reply) throw new CallError(reply.error.code, reply.error.message)
  return reply.data
}

function withPatience<T>(answer: Promise<T>, failed: (code: 'slow' | 'offline') => CallError): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(failed('slow')), patience)
    answer.then(resolve, () => reject(failed('offline'))).finally(() => clearTimeout(timer))
  })
}

const isReply = <Data>(reply: unknown): reply is Reply<Data> =>
  typeof reply === 'object' && reply !== null && ('data' in reply || 'error' in reply)
