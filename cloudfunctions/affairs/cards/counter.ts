import { covers } from '#domain/access/grants'
import { sayPosts, unitName } from '#domain/access/posts'
import type { County } from '#domain/county/county'

/** An agency serves the division it is for, the data office all. */
export const serves = ({ agencies, duties }: County, agencyId: string | undefined, villageCode: string): boolean =>
  agencyId === duties.data || covers(agencies.find(({ id }) => id === agencyId)?.area ?? '', villageCode)

/** Who serves the cards of another place; the same words for every card, so that they tell of none where it belongs. */
export const counterPosts = (county: County): string =>
  `那个村的乡镇，或${sayPosts(unitName(county, county.duties.data), ['data-officer', 'officer'])}`

/** The division that an agency's counter serves: '' for all, and one that nothing is in where it has none. */
export const servedArea = ({ agencies, duties }: County, agencyId: string): string =>
  agencyId === duties.data ? '' : (agencies.find(({ id }) => id === agencyId)?.area ?? '~')
