import type { household } from '#contract/household/actions'
import { isWithin } from '#domain/access/grants'
import { mayRead } from '#kernel/access/authorize'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'
import { loadFile } from '#affairs/file/load'
import { presentFile } from '#affairs/file/present-file'

/** The signed-in farmer's own household; or one that a relative lets the caller see, in the parts they let them. */
export const mine: Action<typeof household.mine> = async ({ proxyId }, on) => {
  const caller = await on.caller()
  const proxy = caller.proxies?.find(({ _id, revoked, ...days }) => _id === proxyId && !revoked && isWithin(days, on.moment.today))
  const person = proxyId === undefined ? caller.person : proxy?.principalPerson
  const householdId = person?.householdId
  const look = householdId ? mayRead(caller, { householdId, villageCode: '', helpers: [] }) : undefined
  if (!person || !householdId || !look) throw refusals.signIn()
  const [, file] = await Promise.all([
    recordLook(on, caller, {
      action: 'household.mine',
      granted: true,
      householdId,
      personId: person._id,
      relation: look.relation,
      parts: look.parts,
    }),
    loadFile(on, caller, householdId, look.parts),
  ])
  if (!file) throw refusals.signIn()
  return presentFile(on, file, look)
}
