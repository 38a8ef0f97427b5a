import type { identity } from '#contract/identity/actions'
import type { Action } from '#kernel/call/on'
import { presentMe } from './present'

export const me: Action<typeof identity.me> = async (_, on) => presentMe(on, await on.caller())
