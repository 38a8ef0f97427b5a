import { randomBytes } from 'node:crypto'
import type { Contract, Reply } from '#contract/call/action'
import type { DoorName } from '#contract/doors'
import { sayPosts } from '#domain/access/posts'
import { isWorkerRole, officerRoles, workerRoles } from '#domain/access/staff'
import { findCaller, standingsOf } from '../access/caller'
import type { Caller } from '../access/authorize'
import { chineseReason } from './chinese-reason'
import { now } from './clock'
import { readCall, type Call } from './context'
import { environment, type Environment } from './environment'
import { isFull, Refusal, refusals } from './errors'
import { isHttp, overHttp } from './http'
import { writeFault, type During } from './log'
import { isOfficeAddress } from './network'
import { recordLook } from '../record/release'
import { onOfficePlane, rules, type Rule } from '../access/rules'
import type { Action, On } from './on'
import { stand } from './stand'

type Actions<C extends Contract> = { [Name in keyof C]: Action<C[Name]> }
type Main = (event: unknown, context: unknown) => Promise<unknown>

/** Makes a cloud function's `main` from its contract and actions; `rules` says who may ask each. */
export function serve<C extends Contract>(name: DoorName, contract: C, actions: Actions<C>): Main {
  return async (event, context) => {
    const requestId = randomBytes(8).toString('hex')
    const during: During = { function: name, requestId }
    const reply = await answer(name, contract, actions, event, context, requestId, during).catch((error: unknown) => excuse(error, during))
    return isHttp(event) ? overHttp(reply) : reply
  }
}

async function answer<C extends Contract>(
  name: DoorName,
  contract: C,
  actions: Actions<C>,
  event: unknown,
  context: unknown,
  requestId: string,
  during: During,
): Promise<Reply<unknown>> {
  const on = stand(name, environment)
  const call = readCall(event, context, on.keys, on.office.address)
  if (!call) throw refusals.badInput('没有看懂这次请求。请关掉后重新打开再试。')
  if (onOfficePlane[name] && !isInside(call, on)) throw refusals.outside()
  if (!Object.hasOwn(contract, call.action)) throw refusals.unknownAction()
  // Only what is there: a name that a caller made up may be anything.
  during.action = call.action
  const moment = now()
  let known: Promise<Caller> | undefined
  const served: On = { ...on, moment, call, requestId, caller: () => (known ??= findCaller(on.db, on.keys, call, moment)) }
  const rule = (rules[name] as Record<string, Rule>)[call.action]!
  await admit(rule, served, `${name}.${call.action}`, onOfficePlane[name])
  const { input, output } = contract[call.action]!
  const read = input.safeParse(call.input)
  if (!read.success) throw refusals.badInput(chineseReason(read.error))
  return { requestId, today: moment.today, data: output.parse(await actions[call.action]!(read.data as never, served)) }
}

/** The office plane is for the operator, the platform's clock, and whoever sits at an allow-listed address. */
const isInside = ({ road, address }: Call, { office }: Environment): boolean =>
  road === 'operator' || road === 'timer' || (road === 'http' && isOfficeAddress(office.networks, address))

/** Lets nobody pass whom the rule does not name. Somebody known who is turned away is on record. */
async function admit(rule: Rule, on: On, action: string, atDesk: boolean): Promise<void> {
  const { road } = on.call
  if (road === 'operator' || road === 'timer') {
    if (rule.includes(road)) return
    throw refusals.notAllowed(whoMay(rule))
  }
  if (rule.includes('anyone')) return
  const caller = await on.caller()
  if (standingsOf(caller).some((standing) => rule.includes(standing))) return
  if (caller.account) await recordLook(on, caller, { action, granted: false })
  // At the desk a worker's session is nobody's: the door must stay open to an officer on the same browser.
  const isColleague = caller.staff && !(atDesk && isWorkerRole(caller.staff.role))
  throw isColleague && !rule.includes('farmer') ? refusals.notAllowed(whoMay(rule, caller.staff?.agency)) : refusals.signIn()
}

/** Whom a rule names: 县民政局的一把手或管理专员; of those who go to doors, the villages' own. */
function whoMay(rule: Rule, unit = '各单位'): string {
  const officers = officerRoles.filter((role) => rule.includes(role))
  if (officers.length > 0) return sayPosts(unit, officers)
  const workers = workerRoles.filter((role) => rule.includes(role))
  return workers.length > 0 ? sayPosts('管这个村、这一户', workers) : '服务器上的运维人员'
}

function excuse(error: unknown, during: During): Reply<never> {
  const refusal = error instanceof Refusal ? error : isFull(error) ? refusals.full() : refusals.internal()
  if (refusal !== error) writeFault(during, error)
  return { requestId: during.requestId!, today: now().today, error: { code: refusal.code, message: refusal.message } }
}
