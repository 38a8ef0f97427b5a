import type { CodeToken } from '#domain/access/code-token'
import { counterPosts, serves } from '#affairs/cards/counter'
import { codeIdOf } from '#kernel/access/code-signer'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { On } from '#kernel/call/on'
import { findById } from '#store/db/read'
import { findCode, persons, type Code, type Person } from '#store/people/register'

/**
 * The person of a card who stands at the counter. Everything done here is on record for that person. With `also`, a revoked card that
 * fits it is taken too. @throws Refusal alike for a card that is unknown, revoked or served elsewhere.
 */
export async function cardAtCounter(
  on: On,
  token: CodeToken,
  action: string,
  reason?: string,
  also: (code: Code) => boolean = () => false,
): Promise<{ code: Code; person: Person }> {
  const { db, county, keys } = on
  const caller = on.call.road === 'operator' ? undefined : await on.caller()
  const code = await findCode(db, codeIdOf(keys, token) ?? 'none')
  const person = await findById(db, persons, code?.personId ?? 'none')
  const served = caller === undefined || serves(county, caller.staff?.agencyId, code?.villageCode ?? '')
  const granted = code !== undefined && (code.status === 'active' || also(code)) && person !== undefined && served
  await recordLook(on, caller ?? {}, {
    action,
    granted,
    ...(reason && { reason }),
    ...(code && { householdId: code.householdId, personId: code.personId }),
  })
  if (!granted)
    throw refusals.badInput(
      `这张卡的号码不对、已经作废，或者不归本单位办。请核对卡上的 25 位号码；卡丢了，按身份证号或姓名找。别处的卡，由${counterPosts(county)}来办。`,
    )
  return { code, person }
}
