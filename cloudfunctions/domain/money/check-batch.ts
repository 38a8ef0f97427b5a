import { amountMismatches } from '../alerts/detectors/against-register'
import { excludedTogether } from '../alerts/detectors/excluded-together'
import type { InFile } from '../alerts/detectors/fold'
import { dueKey, type PlanMonth, type PlannedRow } from '../alerts/detectors/plan-month'
import { accountNameMismatches, duplicatePayments, notOnRegister, paidAfterDeath } from '../alerts/detectors/who-is-paid'
import type { checkedDetectors, CheckCode } from './batch-checks'
import { isLuhn } from './card-number'
import { sumFen, yuan, type Fen } from './money'

/** A line of a batch as it is checked: a row of a plan that goes to the bank. Its `_id` is the line's. */
export interface CheckedLine extends PlannedRow {
  claim: string
  card: string
  cardIndex: string
  /** What the bank said of the line that this one sends again, where the account is still the same. */
  refusedAs: string | null
  /** Why it was left out or held in an earlier batch. */
  leftOut: string | null
  /** True when a receipt says that this very row came already. */
  came: boolean
}

/** What is known beside the month's plan. */
export interface BatchFacts {
  month: PlanMonth
  lines: readonly CheckedLine[]
  /** Of each card that pays several people of this batch: their households, a person of none by their own id. */
  onCard: ReadonlyMap<string, ReadonlySet<string>>
  /** What rules say is due, by claim, as far as it is known: 0 is nothing. In 分. */
  dues: ReadonlyMap<string, Fen>
}

export interface Doubt {
  lineId: string
  code: CheckCode
  why: string
}

/** The rules by which a plan is watched; here before its money goes. */
const rules: Record<(typeof checkedDetectors)[number], (facts: PlanMonth) => InFile[] | undefined> = {
  duplicate_payment: duplicatePayments,
  not_on_register: notOnRegister,
  account_name_mismatch: accountNameMismatches,
  paid_after_death: paidAfterDeath,
  amount_mismatch: amountMismatches,
  // Of two that exclude each other, the one that stays is doubted by nobody.
  excluded_together: (month) => excludedTogether(month).map((found) => ({ ...found, records: found.records.slice(0, 1) })),
}

/** All that is doubtful about these lines. A doubt stops nobody's money: a person says what becomes of the line. */
export function checkBatch(facts: BatchFacts): Doubt[] {
  const own = new Map(facts.lines.map((line) => [line._id, line]))
  const found = (Object.keys(rules) as (keyof typeof rules)[]).flatMap((code) =>
    (rules[code](facts.month) ?? []).flatMap(({ why, records }) =>
      records.flatMap(({ kind, id }): Doubt[] => (kind === 'payment' && own.has(id) ? [{ lineId: id, code, why }] : [])),
    ),
  )
  const differing = new Set(found.flatMap(({ code, lineId }) => (code === 'amount_mismatch' || code === 'duplicate_payment' ? lineId : [])))
  return [...found, ...facts.lines.flatMap((line) => [...aboutLine(facts, line), ...againstDue(facts, line, differing)])]
}

/** What can be seen of a line itself. */
function aboutLine({ onCard, month }: BatchFacts, line: CheckedLine): Doubt[] {
  const { _id: lineId, card, cardIndex, accountName, dueFen, refusedAs, leftOut, came, programme } = line
  const doubts: [CheckCode, string | false][] = [
    ['no_card', card === '' && '没有卡号，银行发不出去。'],
    ['bad_card', card !== '' && !isCardNumber(card) && '卡号的位数或者校验位不对，多半是抄错了。'],
    ['no_account_name', accountName.trim() === '' && '没有户名，银行发不出去。'],
    ['no_amount', dueFen <= 0 && `金额是 ${yuan(dueFen)} 元，不能发。`],
    ['card_shared', card !== '' && (onCard.get(cardIndex)?.size ?? 0) > 1 && '这张卡这一批要收不止一户人的钱，他们不是一家。'],
    ['programme_unknown', !month.programmes.has(programme) && `县里的项目表没有“${programme}”，不知道归谁发。`],
    ['sent_unchanged', refusedAs !== null && `上一次银行说“${refusedAs}”，账户还是原来的，多半还是发不到。`],
    ['came_already', came && '银行的回执说这一笔已经到账，再发就发了两次。'],
    ['left_out_before', leftOut !== null && `以前的批次核对后没有发：${leftOut}`],
  ]
  return doubts.flatMap(([code, why]) => (why === false ? [] : [{ lineId, code, why }]))
}

const isCardNumber = (card: string): boolean => /^\d{12,22}$/.test(card) && (card.length < 16 || card.length === 22 || isLuhn(card))

/**
 * Against what the pack's rules say is due. All rows of one due together. Where they say nothing of it, a list is missing, or has not come,
 * or nobody has worked it out yet: that is no reason to doubt anybody's right.
 */
function againstDue({ month, dues }: BatchFacts, line: CheckedLine, differing: ReadonlySet<string>): Doubt[] {
  const due = dues.get(line.claim)
  if (due === undefined || differing.has(line._id)) return []
  const { _id: lineId } = line
  if (due === 0) return [{ lineId, code: 'not_entitled', why: '按规则和认定的事实，这个人这一期不该领这一项。' }]
  const key = dueKey(line)
  const all = sumFen([...month.rows, ...month.earlierPaid].filter((row) => dueKey(row) === key).map(({ dueFen }) => dueFen))
  if (all === due) return []
  return [{ lineId, code: 'amount_not_due', why: `按规则这一期该领 ${yuan(due)} 元，一共排了 ${yuan(all)} 元。` }]
}
