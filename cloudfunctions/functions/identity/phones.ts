import type { identity } from '#contract/identity'
import { refusals } from '#kernel/errors'
import { recordLook } from '#kernel/release'
import type { Action } from '#kernel/serve'
import { accounts, accountsOfPerson } from '#store/accounts'
import { updateOne } from '#store/collection'

/** The phones bound to the caller's person. */
export const phones: Action<typeof identity.phones> = async (_, on) => {
  const { account, person } = await on.caller()
  const bound = await accountsOfPerson(on.db, person!._id)
  return { phones: bound.map((one) => ({ id: one._id, platform: one.platform, boundOn: one.person!.boundOn, thisOne: one._id === account!._id })) }
}

/** Unbinds one of them, at once: its next request finds nobody. */
export const unbind: Action<typeof identity.unbind> = async ({ id }, on) => {
  const caller = await on.caller()
  const person = caller.person!
  const freed = await updateOne(on.db, accounts, { _id: id, 'person.personId': person._id }, { $set: { person: null } })
  if (!freed) throw refusals.notFound('没有找到这部手机，可能已经解绑了。请下拉刷新再看。')
  await recordLook(on, caller, { action: 'identity.unbind', granted: true, relation: 'self', personId: person._id, ...(person.householdId && { householdId: person.householdId }) })
  return { left: true }
}
