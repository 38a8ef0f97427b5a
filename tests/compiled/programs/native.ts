import type { Phone } from './phone'
import type { Program } from './program'
import type { Query } from './simulator'

/** The way in which WeChat's and Alipay's asynchronous APIs are called. */
interface Callbacks {
  success?(result: object): void
  fail?(failure: object): void
  complete?(result: object): void
}
type Options = Callbacks & Record<string, unknown>
/** What an API call fails with, in the platform's own shape. */
export class NativeFailure extends Error {
  constructor(readonly shape: object) {
    super(JSON.stringify(shape))
  }
}

/** An asynchronous API: answers in a later task, as the platform does, and not at all once the programme has ended. */
export const later =
  (program: () => Program, work: (options: Options) => object | void) =>
  (options: Options = {}): void => {
    setTimeout(() => {
      if (!program().running) return
      const { success, fail, complete } = options
      try {
        const result = work(options) ?? {}
        success?.(result)
        complete?.(result)
      } catch (failure) {
        const shape = failure instanceof NativeFailure ? failure.shape : { errMsg: failure instanceof Error ? failure.message : 'fail' }
        fail?.(shape)
        complete?.(shape)
      }
    }, 0)
  }

/** The navigation APIs, alike on both platforms. What the programme opens is written down; what it cannot open is a complaint. */
export function navigation(phone: Phone, program: () => Program) {
  const going = (go: (route: string, query: Query) => void) =>
    later(program, ({ url }) => {
      const [path = '', search = ''] = String(url).split('?')
      const query = Object.fromEntries(
        search
          .split('&')
          .filter(Boolean)
          .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
      )
      phone.opened.push(withoutStamp(String(url)))
      complaining(phone, () => go(path.replace(/^\//, ''), query))
    })
  return {
    navigateTo: going((route, query) => program().navigateTo(route, query)),
    redirectTo: going((route, query) => program().redirectTo(route, query)),
    reLaunch: going((route, query) => program().reLaunch(route, query)),
    switchTab: going((route, query) => program().reLaunch(route, query)),
    navigateBack: later(program, ({ delta }) => complaining(phone, () => program().navigateBack(typeof delta === 'number' ? delta : 1))),
  }
}

/** Taro numbers the pages it opens; nobody else reads that. */
const withoutStamp = (url: string): string => url.replace(/[?&]__key_=[^&]*/, '')

function complaining(phone: Phone, go: () => void): void {
  try {
    go()
  } catch (failure) {
    phone.complaints.push(String(failure))
    throw failure
  }
}
