import type { OutputOf, Reply } from '#contract/call/action'
import type { identity } from '#contract/identity/actions'
import { platformCode } from './platform-code'
import { setSession } from './session'
import { send } from './transport'

let underWay: Promise<boolean> | undefined
let tried = false

/**
 * Signs in with what the platform vouches for (Alipay): at launch without a session, and when a session has run out.
 * True when a new session stands. Fails quietly: without it everything public still works.
 */
export function enter(): Promise<boolean> {
  tried = true
  return (underWay ??= withPlatformCode()
    .catch(() => false)
    .finally(() => {
      underWay = undefined
    }))
}

/** The same, unless it was tried since the programme started. */
export const enterOnce = (): Promise<boolean> => (tried ? Promise.resolve(false) : enter())

/** Waits for a sign-in that is under way; there is nothing to wait for otherwise. */
export const entering = (): Promise<boolean> | undefined => underWay

async function withPlatformCode(): Promise<boolean> {
  const code = await platformCode()
  if (code === undefined) return false
  const reply = (await send('identity', { action: 'enter', input: { platform: 'alipay', code } })) as
    Reply<OutputOf<typeof identity.enter>> | undefined
  const session = reply && 'data' in reply ? reply.data.session : undefined
  if (session === undefined) return false
  setSession(session)
  return true
}
