import type { CodeToken } from '#domain/access/code-token'
import type { County } from '#domain/county/county'
import { sayPosts, unitName } from '#domain/access/posts'
import { covers } from '#domain/access/grants'
import { codeIdOf } from '#kernel/access/code-signer'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { On } from '#kernel/call/on'
import { findById } from '#store/db/read'
import { findCode, persons, type Code, type Person } from '#store/people/register'

/** An agency serves the division it is for, the data office all. */
export const serves = ({ agencies, duties }: County, agencyId: string | undefined, villageCode: string): boolean =>
  agencyId === duties.data || covers(agencies.find(({ id }) => id === agencyId)?.area ?? '', villageCode)

/** Who serves the cards of another place; the same words for every card, so that they tell of none where it belongs. */
export const counterPosts = (county: County): string =>
  `那个村的乡镇，或${sayPosts(unitName(county, county.duties.data), ['data-officer', 'officer'])}`

/** The division that an agency's counter serves: '' for all, and one that nothing is in where it has none. */
export const servedArea = ({ agencies, duties }: County, agencyId: string): string =>
  agencyId === duties.data ? '' : (agencies.find(({ id }) => id === agencyId)?.area ?? '~')

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
