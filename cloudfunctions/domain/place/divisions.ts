import type { County, Town, Village } from '../county/county'

/** A household whose village the county pack does not know yet stands under its town: nine digits and 000, which is no village's code. */
export const unknownVillageOf = ({ code }: Town): string => `${code}000`

/** The village or community with this twelve-digit code, and its town. */
export function placeOf(county: County, villageCode: string): { town: Town; village: Village } | undefined {
  const town = county.towns.find(({ code }) => villageCode.startsWith(code))
  if (!town) return undefined
  const village =
    villageCode === unknownVillageOf(town)
      ? { code: villageCode, name: '村名待核对', kind: 'village' as const, aliases: [] }
      : town.villages.find(({ code }) => code === villageCode)
  return village && { town, village }
}

/** Its name, or the code itself where the pack knows no such place. */
export const villageName = (county: County, villageCode: string): string => placeOf(county, villageCode)?.village.name ?? villageCode

/** The twelve-digit code of the place in a poster's address, `…/p/<code>`; nothing in any other text. */
export const placeInScan = (scanned: string): string | undefined => /\/p\/(\d{12})(?=[/?#]|$)/.exec(scanned)?.[1]
