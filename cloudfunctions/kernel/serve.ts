import { randomBytes } from 'node:crypto'
import type { ActionContract, Contract, InputOf, OutputOf, Reply } from '#contract/action'
import type * as z from 'zod'
import type { County } from '#domain/county'
import type { Db } from '#store/collection'
import { findCaller } from './caller'
import type { Caller } from './authorize'
import { now, type Moment } from './clock'
import { isHttp, readCall, type Call } from './context'
import { environment, type Files } from './environment'
import { isFull, Refusal, refusals, statusOf } from './errors'
import type { Keys } from './keys'

/** What an action is handed. */
export interface On {
  db: Db
  files: Files
  county: County
  keys: Keys
  moment: Moment
  call: Call
  requestId: string
  /** Reads who is calling: one database round, in parallel with whatever the action asks beside it. */
  caller(): Promise<Caller>
}

/** One action: reads as a sentence, find → authorize → audit → present. */
export type Action<A extends ActionContract> = (input: z.output<A['input']>, on: On) => Promise<OutputOf<A>>
export type Actions<C extends Contract> = { [Name in keyof C]: Action<C[Name]> }
export type { InputOf, OutputOf }

type Main = (event: unknown, context: unknown) => Promise<unknown>

/** Makes a cloud function's `main` from its contract and actions. `may` decides who may call it at all. */
export function serve<C extends Contract>(contract: C, actions: Actions<C>, may: (call: Call) => boolean = () => true): Main {
  return async (event, context) => {
    const requestId = randomBytes(8).toString('hex')
    const reply = await answer(contract, actions, may, event, context, requestId).catch((error: unknown) => excuse(error, requestId))
    return isHttp(event) ? overHttp(reply) : reply
  }
}

async function answer<C extends Contract>(contract: C, actions: Actions<C>, may: (call: Call) => boolean, event: unknown, context: unknown, requestId: string): Promise<Reply<unknown>> {
  const { db, files, county, keys } = environment()
  const call = readCall(event, context, keys)
  if (!call) throw refusals.badInput('没有看懂这次请求。请关掉后重新打开再试。')
  if (!may(call)) throw refusals.notAllowed()
  if (!Object.hasOwn(contract, call.action)) throw refusals.unknownAction()
  const { input, output } = contract[call.action]!
  const read = input.safeParse(call.input)
  if (!read.success) throw refusals.badInput(chineseReason(read.error))
  const moment = now()
  const on: On = { db, files, county, keys, moment, call, requestId, caller: () => findCaller(db, keys, call, moment) }
  return { requestId, data: output.parse(await actions[call.action]!(read.data as never, on)) }
}

/** Our own messages are Chinese; zod's are for programmers and only say which field. */
const chineseReason = ({ issues }: z.ZodError): string =>
  issues.find(({ code }) => code === 'custom')?.message ?? `“${issues[0]!.path.join('.') || '内容'}”没有填对，请检查后再试。`

function excuse(error: unknown, requestId: string): Reply<never> {
  const refusal = error instanceof Refusal ? error : isFull(error) ? refusals.full() : refusals.internal()
  // The log names the fault and the request, never the input: that is somebody's data.
  if (refusal !== error) console.error(requestId, error)
  return { requestId, error: { code: refusal.code, message: refusal.message } }
}

const overHttp = (reply: Reply<unknown>) => ({
  statusCode: 'error' in reply ? statusOf[reply.error.code] : 200,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(reply),
})
