import type { identity } from '#contract/identity/actions'
import type { Action } from '#kernel/call/on'
import { removeAccount } from '#store/access/accounts'

/** Ends the session and deletes this phone's account with all that it held. The record of looks stays: it belongs to those looked at. */
export const leave: Action<typeof identity.leave> = async (_, on) => {
  const { account } = await on.caller()
  if (account) await removeAccount(on.db, account._id)
  return { left: true }
}
