import type { household } from '#contract/household/actions'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'
import { loadFile } from '#affairs/file/load'
import { presentFile } from '#affairs/file/present-file'
import { whose } from './whose'

/** The signed-in farmer's own household; or one that a relative lets the caller see, in the parts they let them. */
export const mine: Action<typeof household.mine> = async ({ proxyId }, on) => {
  const { caller, person, householdId, look } = await whose(on, proxyId)
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
