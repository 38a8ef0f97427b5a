import type { ImportResult } from '#contract/intake/actions'
import { yuan } from '#domain/money/money'

/** 398 行，收下 396，退回 2，要看一眼的 4，共 123,456.00 元。 */
export function sayCounts({
  rows,
  accepted,
  quarantined,
  warned,
  amountFen,
}: Pick<ImportResult, 'rows' | 'accepted' | 'quarantined' | 'warned' | 'amountFen'>): string {
  const parts = [
    `${rows} 行`,
    `收下 ${accepted}`,
    quarantined > 0 && `退回 ${quarantined}`,
    warned > 0 && `要看一眼的 ${warned}`,
    amountFen > 0 && `共 ${yuan(amountFen)} 元`,
  ]
  return parts.filter(Boolean).join('，')
}

/** What differs from an earlier file of the same source. */
export const sayVersion = ({
  file,
  scope,
  later,
  whole,
  added,
  removed,
  changed,
  beforeFen,
  afterFen,
}: NonNullable<ImportResult['versions']>[number]): string =>
  [
    later ? `${whole ? '顶替' : '改正'}以前导入的《${file}》` : `以前导入的《${file}》比这份新，以那份为准`,
    scope !== '' && `（${scope}）`,
    `：多 ${added} 行、少 ${removed} 行、改 ${changed} 行`,
    beforeFen !== afterFen && `，合计从 ${yuan(beforeFen)} 元变成 ${yuan(afterFen)} 元`,
    '。',
  ]
    .filter(Boolean)
    .join('')
