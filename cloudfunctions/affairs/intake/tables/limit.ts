import { fen, type Fen } from '#domain/money/money'
import { mostFen } from '#domain/money/amounts'
import type { County } from '#domain/county/county'

/** What one row may hold at most, in 分: the county pack's newest number under that norm, else what no list can hold. */
export function limitOf({ norms }: County, norm = 'largest-row-amount'): Fen {
  const yuan = norms.find(({ id }) => id === norm)?.values.at(-1)?.value
  return yuan === undefined ? mostFen : fen(yuan * 100)
}
