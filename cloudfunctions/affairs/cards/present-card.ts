import type { PrintedCard } from '#contract/office/counter'
import type { CodeToken } from '#domain/access/code-token'
import type { County } from '#domain/county/county'
import { maskName } from '#domain/people/names'
import { placeOf } from '#domain/place/divisions'
import type { Code, Person } from '#store/people/register'

/** What stands on a card: nothing that tells who it is. */
export const presentCard = (
  county: County,
  token: CodeToken,
  { name }: Pick<Person, 'name'>,
  { villageCode }: Pick<Code, 'villageCode'>,
): PrintedCard => ({
  token,
  address: `https://${county.codeHost}/c/${token}`,
  title: `${county.name}小康码`,
  name: maskName(name),
  place: sayVillage(county, villageCode),
  advice: county.texts.cardAdvice.slice(0, 3),
})

/** Town and village, as people say them. */
export function sayVillage(county: County, villageCode: string): string {
  const place = placeOf(county, villageCode)
  return place ? place.town.name + place.village.name : villageCode
}
