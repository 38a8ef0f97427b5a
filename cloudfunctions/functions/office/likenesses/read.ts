import type { office } from '#contract/office/actions'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'
import { findIn } from '#store/db/read'
import { findLikeness } from '#store/people/likenesses'
import { persons } from '#store/people/register'
import { sees } from './allowed'
import { presentLikeness } from './present'

/** Unknown and not theirs alike. */
export const noLikeness = () => refusals.notFound('没有这一对，或者不归本单位办。请回到单子刷新；别处的由那个村的乡镇来办。')

/** Both people have it on record, each in the household that the entry stands in. */
export const likeness: Action<typeof office.likeness> = async ({ id }, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const pair = await findLikeness(on.db, id)
  const granted = pair !== undefined && sees(on, one, pair)
  const look = { action: 'office.likeness', granted, about: { kind: 'likeness' as const, id }, reason: '核对两份记录是不是同一个人' }
  if (!granted) await recordLook(on, caller, look)
  if (!granted) throw noLikeness()
  for (const { _id: personId, householdId } of await findIn(on.db, persons, '_id', pair.personIds, ['householdId']))
    await recordLook(on, caller, { ...look, personId, ...(householdId !== null && { householdId }) })
  return presentLikeness(on, one, pair)
}
