import { z95 } from './sample-size'

/** A share in hundredths of a percent: 98.13 % is 9813; with what it is between, at 95 %. */
export interface Share {
  share: number
  low: number
  high: number
}

/**
 * So many of those asked, and between what the share of all lies (Wilson's interval, which is never empty: 0 of 374 is 0–1.02 %). The
 * bounds are rounded away from the share. Where everybody was asked it is the share. Nothing where nobody was.
 */
export function shareOf(hits: number, asked: number, population = Infinity): Share | undefined {
  if (asked === 0) return undefined
  const p = hits / asked
  const share = Math.round(p * 10_000)
  if (asked >= population) return { share, low: share, high: share }
  const weight = z95 ** 2 / asked
  const middle = p + weight / 2
  const half = Math.sqrt(weight * (p * (1 - p) + weight / 4))
  return {
    share,
    low: hits === 0 ? 0 : Math.max(0, Math.floor(((middle - half) / (1 + weight)) * 10_000)),
    high: hits === asked ? 10_000 : Math.min(10_000, Math.ceil(((middle + half) / (1 + weight)) * 10_000)),
  }
}
