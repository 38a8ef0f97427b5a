import type { ActionContract, InputOf, OutputOf } from '#contract/call/action'
import type { bulletin } from '#contract/bulletin/actions'
import type { field } from '#contract/field/actions'
import type { household } from '#contract/household/actions'
import type { identity } from '#contract/identity/actions'
import type { intake } from '#contract/intake/actions'
import type { office } from '#contract/office/actions'
import type { supervision } from '#contract/supervision/actions'
import { noteServerDay } from './clock'
import { enter, entering } from './enter'
import type { Question } from './post'
import { CallError, dataOf, isReply, replyWithin } from './reply'
import { getSession, keptFor } from './session'
import { send } from './transport'

/** The functions that this programme asks. */
interface Functions {
  bulletin: typeof bulletin
  field: typeof field
  household: typeof household
  identity: typeof identity
  intake: typeof intake
  office: typeof office
  supervision: typeof supervision
}
type Actions<F extends keyof Functions> = keyof Functions[F] & string
type Input<F extends keyof Functions, A extends Actions<F>> = Functions[F][A] extends ActionContract ? InputOf<Functions[F][A]> : never
type Output<F extends keyof Functions, A extends Actions<F>> = Functions[F][A] extends ActionContract ? OutputOf<Functions[F][A]> : never

const patience = 10_000

const words = {
  offline: '请连上网再试一次。看过的内容还留在手机里。',
  slow: '网络太慢，没有等到回音。请换个信号好的地方再试一次。',
  unreachable: '县里的服务器没有回应。看过的内容还在，请过几分钟再试；急事请直接找村干部。',
  left: '这部手机上刚才换了人或者退出了。请重新登录再看。',
} as const

/** Asks one action of one function. Throws nothing but `CallError`. */
export async function call<F extends keyof Functions, A extends Actions<F>>(fn: F, action: A, input: Input<F, A>): Promise<Output<F, A>> {
  const reply = await replyWithin<Output<F, A>>(patience, ask(fn, { action, input }), (why) => new CallError(why, words[why]))
  noteServerDay(reply.today)
  return dataOf(reply)
}

/**
 * Waits for a sign-in that is under way, unless the answer is for anyone; where the session has run out, asks once more with a new one.
 * An answer to somebody who has left meanwhile, in another tab too, is given to nobody.
 */
async function ask(fn: keyof Functions, question: Question): Promise<unknown> {
  if (fn === 'bulletin') return send(fn, question)
  await entering()
  const asker = keptFor()
  const reply = await send(fn, question)
  const runOut = isReply(reply) && 'error' in reply && reply.error.code === 'sign-in' && getSession() !== ''
  if (runOut && (await enter())) return send(fn, question)
  if (keptFor() !== asker) throw new CallError('sign-in', words.left)
  return reply
}
