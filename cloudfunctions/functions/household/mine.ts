import type { household } from '#contract/household'
import { householdParts } from '#domain/register'
import { refusals } from '#kernel/errors'
import { recordLook } from '#kernel/release'
import type { Action } from '#kernel/serve'
import { loadFile } from './load'
import { presentFile } from './present-file'

/** The signed-in farmer's own household. */
export const mine: Action<typeof household.mine> = async (_, on) => {
  const caller = await on.caller()
  const person = caller.account?.person
  if (!person) throw refusals.signIn()
  const parts = [...householdParts]
  const [, file] = await Promise.all([
    recordLook(on, caller, { action: 'household.mine', granted: true, householdId: person.householdId, personId: person.personId, parts }),
    loadFile(on, caller, person.householdId, parts),
  ])
  if (!file) throw refusals.signIn()
  return presentFile(on, file, 'self', parts)
}
