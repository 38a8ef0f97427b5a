import { fen, type Fen } from '../money'
import { addMonths, type Month } from '../../time/dates'

/**
 * What is due of a period now: what becomes known late is paid so many months back and no further; older dues are lowered where facts took
 * them away, and never raised above what they once were. `formerFen`: everything that they came to before.
 */
export function withinBackPay(dueFen: Fen, formerFen: readonly Fen[], when: { month: Month; now: Month; backMonths: number }): Fen {
  if (when.month >= addMonths(when.now, -when.backMonths)) return dueFen
  return fen(Math.min(dueFen, Math.max(0, ...formerFen)))
}
