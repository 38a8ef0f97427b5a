import type { County, Town, Village } from './county'

/** The village or community with this twelve-digit code, and its town. */
export function placeOf(county: County, villageCode: string): { town: Town; village: Village } | undefined {
  const town = county.towns.find(({ code }) => villageCode.startsWith(code))
  const village = town?.villages.find(({ code }) => code === villageCode)
  return town && village && { town, village }
}

/** Its name, or the code itself where the pack knows no such place. */
export const villageName = (county: County, villageCode: string): string => placeOf(county, villageCode)?.village.name ?? villageCode
