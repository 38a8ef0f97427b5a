import { compactOf } from '#domain/files/cells'
import type { County } from '#domain/county/county'
import { gazetteer } from '#domain/place/places'

/** Whether words name places of the county. */
export interface Places {
  isTown(text: string): boolean
  isVillage(text: string): boolean
}

/** One county per process: its places are made ready once. */
const known = new WeakMap<County, Places>()

export function placesOf(county: County): Places {
  const there = known.get(county)
  if (there) return there
  const towns = gazetteer(county)
  const villages = new Set(county.towns.flatMap((town) => town.villages.flatMap(({ name, aliases }) => [name, ...aliases].map(compactOf))))
  const made: Places = {
    isTown: (text) => towns.town(text) !== undefined || /^[\u4e00-\u9fff]{1,6}([镇乡]|街道)$/.test(text),
    isVillage: (text) => villages.has(text) || /^[\u4e00-\u9fff]{1,10}(村|社区|居委会|村委会)$/.test(text),
  }
  known.set(county, made)
  return made
}
