import type { household } from '#contract/household/actions'
import { mayRead } from '#kernel/access/authorize'
import { codeIdOf } from '#kernel/access/code-signer'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'
import { findCode } from '#store/people/register'
import { countedSoFar } from '#store/record/turned-away'
import { loadFile } from '#affairs/file/load'
import { presentFile } from '#affairs/file/present-file'
import { presentPurposes, presentStranger } from './present-public'
import { statedPurpose } from './purpose'
import { turnAway } from './turn-away'

const action = 'household.lookup'

/**
 * A scanned code: two sequential database rounds, whatever the answer, and the same questions for every code that is not the
 * caller's to see.
 */
export const lookup: Action<typeof household.lookup> = async ({ token, purpose, consent }, on) => {
  const codeId = codeIdOf(on.keys, token)
  const [caller, code, counted] = await Promise.all([
    on.caller(),
    findCode(on.db, codeId ?? 'none'),
    countedSoFar(on.db, codeId, on.moment.today),
  ])
  const look = code?.status === 'active' ? mayRead(caller, code) : undefined
  const about = { action, ...(code && { householdId: code.householdId, personId: code.personId }) }
  if (!code || !look) {
    await turnAway(on, caller, about, code, counted(code))
    return presentStranger(on.county)
  }
  const stated = statedPurpose(look, on.county, purpose, consent)
  if (stated === 'ask') return presentPurposes(on.county, look.relation, code.villageCode)
  const [, file] = await Promise.all([
    recordLook(on, caller, { ...about, granted: true, relation: look.relation, ...stated }),
    loadFile(on, caller, code.householdId, stated.parts),
  ])
  return file ? presentFile(on, file, { ...look, parts: stated.parts }) : presentStranger(on.county)
}
