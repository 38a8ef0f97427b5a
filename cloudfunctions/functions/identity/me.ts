import type { identity } from '#contract/identity'
import type { Action } from '#kernel/serve'
import { presentMe } from './present'

export const me: Action<typeof identity.me> = async (_, on) => {
  const { account, until } = await on.caller()
  return presentMe(on.county, account, until)
}
