import { fen, type Fen } from '#domain/money/money'
import { mostFen } from '#domain/money/amounts'
import type { County } from '#domain/county/county'

/** What one row may pay at most, in 分: the county pack's newest `largest-row-amount`, else what no list can hold. */
export function limitOf({ norms }: County): Fen {
  const yuan = norms.find(({ id }) => id === 'largest-row-amount')?.values.at(-1)?.value
  return yuan === undefined ? mostFen : fen(yuan * 100)
}
