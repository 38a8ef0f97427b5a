import type { Fen } from '#domain/money/money'
import { fen } from '#domain/money/money'

/** What somebody typed as 元, with at most two decimals; also with full-width digits, commas, or 元 behind it. Nothing if it is no amount. */
export function cameAmount(typed: string): Fen | undefined {
  const plain = typed
    .normalize('NFKC')
    .replace(/[,，\s]|元$/g, '')
    .replace(/。/g, '.')
  const found = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(plain)
  return found ? fen(Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))) : undefined
}
