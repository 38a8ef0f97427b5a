import type { identity } from '#contract/identity'
import type { Action } from '#kernel/serve'
import { removeAccount } from '#store/accounts'

/** Ends the session, or unbinds the WeChat account: the account of this phone goes. */
export const leave: Action<typeof identity.leave> = async (_, on) => {
  const { account } = await on.caller()
  if (account) await removeAccount(on.db, account._id)
  return { left: true }
}
