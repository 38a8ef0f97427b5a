import type { CodeToken } from '#domain/code-token'
import { covers } from '#domain/grants'
import { codeIdOf } from '#kernel/code-signer'
import { refusals } from '#kernel/errors'
import { recordLook } from '#kernel/release'
import type { On } from '#kernel/serve'
import { findById } from '#store/collection'
import { findCode, persons, type Code, type Person } from '#store/register'

/**
 * The person of a card who stands at the counter. An agency serves the division it is for, the data office all. Everything done here is
 * on record for that person. @throws Refusal alike for a card that is unknown, revoked or served elsewhere.
 */
export async function cardAtCounter(on: On, token: CodeToken, action: string): Promise<{ code: Code; person: Person }> {
  const { db, county, keys } = on
  const caller = on.call.road === 'operator' ? undefined : await on.caller()
  const code = await findCode(db, codeIdOf(keys, token) ?? 'none')
  const person = await findById(db, persons, code?.personId ?? 'none')
  const agency = county.agencies.find(({ id }) => id === caller?.staff?.agencyId)
  const served = caller === undefined || agency?.id === county.duties.data || covers(agency?.area ?? '', code?.villageCode ?? '')
  const granted = code?.status === 'active' && person !== undefined && served
  await recordLook(on, caller ?? {}, { action, granted, ...(code && { householdId: code.householdId, personId: code.personId }) })
  if (!granted) throw refusals.badInput('这张卡的号码不对、已经作废，或者不归本单位办。请核对卡上的 25 位号码。')
  return { code, person }
}
