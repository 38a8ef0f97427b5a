import { placeInScan } from '#domain/place/divisions'
import { takeArrival } from './arrival'
import { decoded } from './decoded'
import type { PageParams } from './scene'

/** `scanned`: somebody stands before the place's poster. */
export interface ScannedPlace {
  code: string
  scanned: boolean
}

/** The place of a poster's page: WeChat hands the poster's address to the page as `q`, Alipay to the app; our own pages pass `place`. */
export function placeIn({ q, place, scanned }: PageParams): ScannedPlace | undefined {
  if (place) return /^\d{12}$/.test(place) ? { code: place, scanned: scanned === '1' } : undefined
  const code = placeInScan(q ? decoded(q) : (takeArrival() ?? ''))
  return code === undefined ? undefined : { code, scanned: true }
}
