import type { household } from '#contract/household'
import { isWithin } from '#domain/grants'
import { mayRead } from '#kernel/authorize'
import { refusals } from '#kernel/errors'
import { recordLook } from '#kernel/release'
import type { Action } from '#kernel/serve'
import { loadFile } from './load'
import { presentFile } from './present-file'

/** The signed-in farmer's own household; or one that a relative lets the caller see, in the parts they let them. */
export const mine: Action<typeof household.mine> = async ({ proxyId }, on) => {
  const caller = await on.caller()
  const proxy = caller.proxies?.find(({ _id, revoked, ...days }) => _id === proxyId && !revoked && isWithin(days, on.moment.today))
  const person = proxyId === undefined ? caller.person : proxy?.principalPerson
  const householdId = person?.householdId
  const look = householdId ? mayRead(caller, { householdId, villageCode: '', helpers: [] }) : undefined
  if (!person || !householdId || !look) throw refusals.signIn()
  const [, file] = await Promise.all([
    recordLook(on, caller, { action: 'household.mine', granted: true, householdId, personId: person._id, relation: look.relation, parts: look.parts }),
    loadFile(on, caller, householdId, look.parts),
  ])
  if (!file) throw refusals.signIn()
  return presentFile(on, file, look)
}
