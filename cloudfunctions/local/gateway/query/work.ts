import { GatewayError } from '../door/errors'

/** What one request may cost. */
export interface Work {
  /** ms since 1970, for `$$NOW`. */
  readonly now: number
  /** Counts steps (one per document or operator) and ends the request with SERVER_TIMEOUT when its time is over. */
  spend(steps?: number): void
}

/** How many steps pass between two looks at the clock. */
const BETWEEN_LOOKS = 1000

/** The work of a request that may take `limitMs` of computing. */
export function newWork(now: number, limitMs: number): Work {
  const end = performance.now() + limitMs
  let left = BETWEEN_LOOKS
  return {
    now,
    spend(steps = 1) {
      left -= steps
      if (left > 0) return
      left = BETWEEN_LOOKS
      if (performance.now() > end) throw tooSlow(limitMs)
    },
  }
}

export const tooSlow = (limitMs: number) =>
  new GatewayError(
    'SERVER_TIMEOUT',
    `The request took longer than ${limitMs / 1000} s and was given up; ask for less, or by a field that has an index.`,
  )
