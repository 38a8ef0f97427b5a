import { excludedPairs } from '../../money/entitlements/excluded'
import { yuan } from '../../money/money'
import { monthsOf, periodIn } from '../../time/list-periods'
import type { InFile } from './fold'
import { aboutRow, nameOf, paymentRecord, sayDue, type PlanMonth } from './plan-month'

/** Two programmes that the pack says nobody draws together, planned for one person and time: by a rule nobody has verified, it says so. */
export function excludedTogether(facts: PlanMonth): InFile[] {
  const drawn = facts.rows.map((row) => ({ ...row, months: monthsOf(periodIn(row.period) ?? facts.month) }))
  return excludedPairs(facts.programmes, drawn).map(({ stays, other, by }) => ({
    ...aboutRow(facts, other),
    cause: [other.programme, stays.programme].join('/'),
    why:
      `同一个人排了${sayDue(facts, other)} ${yuan(other.dueFen)} 元，又排了${nameOf(facts, stays.programme)}，` +
      `这两项不能同时领，该领${nameOf(facts, stays.programme)}${by.unverified ? '（规定待核对）' : ''}。`,
    amountFen: other.dueFen,
    records: [paymentRecord(other), paymentRecord(stays)],
    facts: [`${other._id} ${other.dueFen}`, stays._id],
  }))
}
