import type { Question } from './post'
import { post } from './post'
import { getSession } from './session'

/** Over HTTP (H5 and Alipay). Resolves with the body, whatever it is; rejects only when no answer came. */
export function send(fn: string, question: Question): Promise<unknown> {
  // What anybody may ask is asked by nobody in particular.
  const session = fn === 'bulletin' ? '' : getSession()
  return post(fn, question, session ? { header: { authorization: `Bearer ${session}` } } : {})
}
