import { createHash } from 'node:crypto'
import type { County } from '#domain/county/county'
import { schemeNameKey } from '#domain/money/scheme-name'
import type { Scheme } from '#store/work/schemes'

/** Of a scheme by its name: what lists of dividends call alike is one, however it is written. */
export const schemeIdOf = (name: string): string => createHash('sha256').update(schemeNameKey(name)).digest('hex').slice(0, 24)

/** Every id under which lists may have a registered scheme: by its name, and by its name with the town or county before it whose it is. */
export function listedIdsOf(
  county: Pick<County, 'name' | 'towns'>,
  { _id, name, townCode }: Pick<Scheme, '_id' | 'name' | 'townCode'>,
): string[] {
  const town = county.towns.find(({ code }) => code === townCode)?.name
  const before = townCode === null ? [county.name] : town === undefined ? [] : [town, `${county.name}${town}`]
  return [_id, ...before.map((place) => schemeIdOf(`${place}${name}`))]
}
