import type { field } from '#contract/field/actions'
import { normOn } from '#domain/county/parameters'
import { afterAnswer, callTransitions, isNoAnswer } from '#domain/work/callbacks'
import { canBe, stateAfter } from '#domain/work/transitions'
import { wordOf } from '#affairs/confirmations/word-of'
import { act } from '#kernel/act'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import { findById } from '#store/db/read'
import { newestWord, type NewWord } from '#store/money/confirmations'
import { payments } from '#store/money/money'
import { households, persons } from '#store/people/register'
import { changeCallback, findCallback, type Callback } from '#store/money/callbacks'
import { callPurpose, noCall } from './calls'
import { isTheirs } from './theirs'

type Said = Parameters<typeof call>[0]

/** What a grid worker heard: it stands, or another is asked. */
export const call: Action<typeof field.call> = async (said, on) => {
  const there = await noted(on, said)
  const { state } = there ?? (await hear(on, said))
  return { noted: true, next: state === 'waiting' ? 'again' : state === 'replaced' ? 'replaced' : 'done' }
}

const hear = (on: On, { id, answer, cameFen }: Said): Promise<Callback> =>
  act(on, {
    action: 'field.call',
    find: () => findCallback(on.db, id),
    look: (call, one) => ({
      ...{ about: { kind: 'callback', id }, purpose: callPurpose },
      ...(call && isTheirs(call, one) && call.householdId !== null && { householdId: call.householdId }),
      // Whoever does not want to say says so.
      ...(!isNoAnswer(answer) && { consent: 'self' }),
    }),
    may: (call, one) => isTheirs(call, one) && (call.state === 'waiting' || isSlip(on, one, call)),
    become: async (call, one) => {
      checkAmount(call, answer, cameFen)
      const step = stepOf(on, call, answer)
      if (!canBe(callTransitions, step, call.state)) throw refusals.badInput('已经记下他怎么说了，只能改成“收到了”“没收到”“数目不对”。')
      return {
        change: { state: stateAfter(callTransitions, step, call.state), answer, tries: [...call.tries, tryOf(on, one, answer)] },
        word: isNoAnswer(answer) ? undefined : await wordIn(on, call, answer, cameFen),
      }
    },
    change: (call, { change, word }) => changeCallback(on.db, call, change, word),
    gone: noCall,
    late: () => refusals.badInput('刚刚有人问过，或者他自己在手机上说了。请回到名单刷新，看还要不要问。'),
  })

/** What is said of the money, as if it were said on their own phone: 没收到 becomes the same request. Of who is on no register none. */
async function wordIn(
  { db, ...on }: On,
  { paymentId, personId, householdId }: Callback,
  said: Exclude<Said['answer'], 'unreachable' | 'declined'>,
  cameFen: Said['cameFen'],
): Promise<NewWord | undefined> {
  if (paymentId === null || householdId === null) return undefined
  const [row, person, home, former] = await Promise.all([
    findById(db, payments, paymentId),
    findById(db, persons, personId),
    findById(db, households, householdId),
    newestWord(db, paymentId),
  ])
  if (!row || !person || !home) return undefined
  return wordOf({ db, ...on }, { person, home, row, former }, { said, cameFen: said === 'other-amount' ? cameFen! : null, by: 'call' })
}

function stepOf({ county, moment }: On, { tries }: Callback, answer: Said['answer']) {
  const days = new Set([...tries.map((one) => one.on), moment.today])
  return afterAnswer(answer, days.size, normOn(county, 'callback-tries', moment.today))
}

const tryOf = ({ moment }: On, { _id: staffId, name }: Staff, answer: Said['answer']): Callback['tries'][number] => ({
  ...{ at: moment.iso, on: moment.today, staffId, name, answer },
})

function checkAmount({ amountFen }: Callback, answer: Said['answer'], cameFen: Said['cameFen']): void {
  if (answer !== 'other-amount') return
  if (cameFen === undefined || cameFen <= 0) throw refusals.badInput('请写收到了多少元。一分也没收到，请点“没收到”。')
  if (cameFen === amountFen) throw refusals.badInput('写的和该领的一样多。数目对的，请点“收到了”。')
}

/** What this worker wrote down today may be put right. */
const isSlip = ({ moment }: On, one: Staff, { state, tries }: Callback): boolean =>
  state === 'answered' && tries.at(-1)?.staffId === one._id && tries.at(-1)?.on === moment.today

/** The reply was lost: this worker's same answer of today has arrived already. */
async function noted({ db, caller, moment }: On, { id, answer }: Said): Promise<Callback | undefined> {
  const one = (await caller()).staff!
  const found = await findCallback(db, id)
  const last = found?.tries.at(-1)
  return found && isTheirs(found, one) && last?.staffId === one._id && last.on === moment.today && last.answer === answer
    ? found
    : undefined
}
