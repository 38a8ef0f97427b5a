import type { identity } from '#contract/identity'
import { sessionId, wechatAccountId } from '#kernel/caller'
import type { Action } from '#kernel/serve'
import { endSession, removeAccount } from '#store/accounts'

/** Ends the session, or unbinds the WeChat account. An account without a session left holds nothing and goes too. */
export const leave: Action<typeof identity.leave> = async (_, { db, keys, call }) => {
  if (call.openid) await removeAccount(db, wechatAccountId(keys, call.openid))
  if (call.session) {
    const ended = await endSession(db, sessionId(keys, call.session))
    if (ended > 0) await removeAccount(db, call.session.split('/')[0]!)
  }
  return { left: true }
}
