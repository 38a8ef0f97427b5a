import type { ActionContract, Contract, ErrorCode, OutputOf } from '#contract/call/action'
import type { Day } from '#domain/time/dates'
import type * as z from 'zod'
import { chineseReason } from './chinese-reason'
import { now } from './clock'
import { isFull, Refusal, refusals } from './errors'
import { ground, type Ground } from './ground'
import { kindOf, writeUndated } from './log'
import { stand } from './stand'
import { isHttp, overHttp, readBody, type HttpBody } from './http'

/**
 * What an action is handed that must not be able to tell who asks: no caller, no address, no request number, and of the time
 * only the day.
 */
export interface Anonymous extends Ground {
  today: Day
}

export type AnonymousAction<A extends ActionContract> = (input: z.output<A['input']>, on: Anonymous) => Promise<OutputOf<A>>
type AnonymousActions<C extends Contract> = { [Name in keyof C]: AnonymousAction<C[Name]> }

type Reply = { data: unknown } | { error: { code: ErrorCode; message: string } }

/**
 * Makes the `main` of a function that reads no identity. It stands apart from `serve` so that nothing which could is even built in: it
 * takes the platform's context not at all, and of an HTTP request the body alone. Any other road ends like an unknown action.
 */
export function serveAnonymously<C extends Contract>(contract: C, actions: AnonymousActions<C>): (event: unknown) => Promise<unknown> {
  return async (event) => {
    if (!isHttp(event)) return excuse(refusals.unknownAction())
    return overHttp(await answer(contract, actions, event).catch(excuse))
  }
}

async function answer<C extends Contract>(contract: C, actions: AnonymousActions<C>, event: HttpBody): Promise<Reply> {
  const on = stand('report', ground)
  const body = readBody(event)
  if (!body) throw refusals.badInput('没有看懂这次请求。请关掉后重新打开再试。')
  const action = String(body.action ?? '')
  if (!Object.hasOwn(contract, action)) throw refusals.unknownAction()
  const { input, output } = contract[action]!
  const read = input.safeParse(body.input ?? {})
  if (!read.success) throw refusals.badInput(chineseReason(read.error))
  return { data: output.parse(await actions[action]!(read.data as never, { ...on, today: now().today })) }
}

/** Of a fault the log has its kind and nothing else: no place, no request, no time. */
function excuse(error: unknown): Reply {
  const refusal = error instanceof Refusal ? error : isFull(error) ? refusals.full() : refusals.internal()
  if (refusal !== error) writeUndated({ level: 'error', function: 'report', fault: kindOf(error) })
  return { error: { code: refusal.code, message: refusal.message } }
}
