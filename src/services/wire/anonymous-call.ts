import type { InputOf, OutputOf } from '#contract/call/action'
import type { report } from '#contract/report/actions'
import { post } from './post'
import type { Silence } from './reply'
import { CallError, dataOf, replyWithin } from './reply'

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
  const silent = (why: Silence) => new CallError(why, words[why](action === 'open' ? typedStays : sealedStays))
  const answer = post('report', { action, input }, { credentials: 'omit', timeout: patience })
  return dataOf(await replyWithin<OutputOf<(typeof report)[A]>>(patience, answer, silent))
}
