import type { office } from '#contract/office/actions'
import { seesCase } from '#affairs/cases/allowed'
import { casePurpose, noCase } from '#affairs/cases/perform'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'
import { findCase } from '#store/work/cases'
import { presentCase } from './present'

/** One case, for those whose work it is; the household sees that it was opened. */
export const oneCase: Action<typeof office.case> = async ({ id }, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const found = await findCase(on.db, id)
  const isSeen = found !== undefined && seesCase(on, one, found)
  await recordLook(on, caller, {
    ...{ action: 'office.case', granted: isSeen, about: { kind: 'case', id }, purpose: casePurpose },
    ...(isSeen && found.householdId !== null && { householdId: found.householdId }),
  })
  if (!isSeen) throw noCase()
  return presentCase(on, one, found)
}
