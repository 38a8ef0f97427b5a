import type { County, Town, Village } from '#domain/county/county'
import { placeOf, unknownVillageOf } from '#domain/place/divisions'

/** A village or community that can have a poster: those that stand under a town only because their name is not known cannot. */
export function posterPlace(county: County, code: string): { town: Town; village: Village } | undefined {
  const place = placeOf(county, code)
  return place && code !== unknownVillageOf(place.town) ? place : undefined
}
