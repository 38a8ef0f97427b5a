import { type Day, utcDay } from '#domain/time/dates'
import type { ActionContract, ErrorCode, InputOf, OutputOf, Reply } from '#contract/call/action'
import type { bulletin } from '#contract/bulletin/actions'
import type { field } from '#contract/field/actions'
import type { household } from '#contract/household/actions'
import type { identity } from '#contract/identity/actions'
import type { report } from '#contract/report/actions'

/** What the programme asked the county: over callFunction or over HTTP, the same question. */
export interface Question {
  name: string
  action: string
  input: unknown
}
/** The phone has no network, or the call did not arrive. */
export const noNetwork = Symbol('no network')
export type Answer<Data = unknown> = Reply<Data> | typeof noNetwork

type Answering<A extends ActionContract> = (input: InputOf<A>) => Answer<OutputOf<A>>

/** The county's part: an answer to each action that the programme may ask in a test. */
export interface Answers {
  'field.homes': Answering<typeof field.homes>
  'field.homeAt': Answering<typeof field.homeAt>
  'field.visit': Answering<typeof field.visit>
  'field.outbox': Answering<typeof field.outbox>
  'household.lookup': Answering<typeof household.lookup>
  'household.mine': Answering<typeof household.mine>
  'household.cases': Answering<typeof household.cases>
  'household.looks': Answering<typeof household.looks>
  'household.money': Answering<typeof household.money>
  'household.confirmMoney': Answering<typeof household.confirmMoney>
  'household.complain': Answering<typeof household.complain>
  'household.correct': Answering<typeof household.correct>
  'household.requests': Answering<typeof household.requests>
  'household.proxies': Answering<typeof household.proxies>
  'household.allow': Answering<typeof household.allow>
  'household.copy': Answering<typeof household.copy>
  'identity.me': Answering<typeof identity.me>
  'identity.enter': Answering<typeof identity.enter>
  'identity.bindStart': Answering<typeof identity.bindStart>
  'identity.bindConfirm': Answering<typeof identity.bindConfirm>
  'identity.phones': Answering<typeof identity.phones>
  'identity.news': Answering<typeof identity.news>
  'identity.unbind': Answering<typeof identity.unbind>
  'bulletin.home': Answering<typeof bulletin.home>
  'bulletin.list': Answering<typeof bulletin.list>
  'bulletin.read': Answering<typeof bulletin.read>
  'bulletin.search': Answering<typeof bulletin.search>
  'bulletin.feedback': Answering<typeof bulletin.feedback>
  'bulletin.place': Answering<typeof bulletin.place>
  'bulletin.scan': Answering<typeof bulletin.scan>
  'bulletin.suggest': Answering<typeof bulletin.suggest>
  'bulletin.suggestion': Answering<typeof bulletin.suggestion>
  'bulletin.answers': Answering<typeof bulletin.answers>
  'bulletin.figures': Answering<typeof bulletin.figures>
  'report.part': Answering<typeof report.part>
  'report.submit': Answering<typeof report.submit>
  'report.follow': Answering<typeof report.follow>
  'report.open': Answering<typeof report.open>
}

const requestId = '5f2c9a7e1b3d4860'
/** As the server's clock says it, which the tests move with the phone's. */
const inChinaNow = (): Day => utcDay(Date.now() + 8 * 3_600_000)
export const given = <Data>(data: Data): Reply<Data> => ({ requestId, today: inChinaNow(), data })
export const refused = (code: ErrorCode, message: string): Reply<never> => ({ requestId, today: inChinaNow(), error: { code, message } })

/** Nothing in an answer or a question survives that would not survive the wire. */
export const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown
