import type { identity } from '#contract/identity'
import type { Action } from '#kernel/serve'
import { presentMe } from './present'

export const me: Action<typeof identity.me> = async (_, on) => presentMe(on, await on.caller())
