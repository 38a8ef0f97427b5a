import { yuan } from '../../money/money'
import { normalisePeriod } from '../../time/periods'
import type { InFile } from './fold'
import { aboutRow, dueKey, paymentRecord, sayDue, type BankLine, type PlanMonth, type PlannedRow } from './plan-month'

/** Rules about what the bank did with a plan. */

/** Refused, or credited and sent back; and it stands in no later plan. */
export function bankFailures(facts: PlanMonth): InFile[] {
  const again = new Set(facts.later.map(dueKey))
  const rows = new Map(facts.rows.map((row) => [row._id, row]))
  return facts.lines.flatMap((line): InFile[] => {
    const row = rows.get(line.paymentId ?? '')
    if (!row || (line.state !== 'failed' && line.state !== 'returned') || again.has(dueKey(row))) return []
    return [
      {
        ...aboutRow(facts, row),
        cause: `${row.programme}/${normalisePeriod(row.period)}`,
        why: `${sayDue(facts, row)} ${yuan(row.dueFen)} 元没有到账，银行说“${line.words}”，还没有补发。`,
        amountFen: row.dueFen,
        records: [paymentRecord(row), receiptRecord(line)],
        facts: [row._id, line._id, line.words],
      },
    ]
  })
}

/** Money that moved for no row of the plan. Of a month without a plan nobody can tell. */
export function receiptsWithoutPlan(facts: PlanMonth): InFile[] | undefined {
  if (facts.rows.length === 0) return undefined
  const paired = new Map(facts.lines.flatMap((line) => (line.paymentId === null ? [] : [[sameMoney(line), line.importId]])))
  const isRepeat = (line: BankLine) => ![undefined, line.importId].includes(paired.get(sameMoney(line)))
  return facts.lines
    .filter(({ paymentId, state }) => paymentId === null && (state === 'credited' || state === 'unknown'))
    .map((line) => ({
      subject: { kind: 'receipt', id: line._id },
      agencyId: facts.planAgency,
      importId: line.importId,
      why: isRepeat(line)
        ? `又有一份银行回执说到账 ${yuan(line.amountFen)} 元，卡和入账日期都和前一份里的一样，没有重复算。请问清银行：是同一份发来了两次，还是这笔钱付了两次。`
        : `银行回执里有一笔 ${yuan(line.amountFen)} 元，发放计划里没有这张卡的这笔钱。`,
      amountFen: line.amountFen,
      records: [receiptRecord(line)],
      facts: [`${line._id} ${line.amountFen}`],
    }))
}

/** The same card, amount and day: told twice, or paid twice. */
const sameMoney = ({ cardIndex, amountFen, postedOn }: BankLine): string => `${cardIndex}/${amountFen}/${postedOn}`

/** A plan counts as answered when so much of its file has been; before that the receipt is still to come. */
export const answeredShare = 0.5

/** Rows of an answered plan about which the bank says nothing. */
export function plansWithoutReceipt(facts: PlanMonth): InFile[] {
  const answered = new Set(facts.lines.flatMap(({ paymentId }) => paymentId ?? []))
  return [...byFile(facts.rows).values()].flatMap((rows) => {
    const silent = rows.filter(({ _id }) => !answered.has(_id))
    if (rows.length - silent.length < rows.length * answeredShare) return []
    return silent.map((row) => ({
      ...aboutRow(facts, row),
      cause: `${row.programme}/${normalisePeriod(row.period)}`,
      why: `${sayDue(facts, row)} ${yuan(row.dueFen)} 元排了，银行的回执里没有这一笔。`,
      amountFen: row.dueFen,
      records: [paymentRecord(row)],
      facts: [`${row._id} ${row.dueFen}`],
    }))
  })
}

const receiptRecord = ({ _id }: BankLine) => ({ kind: 'receipt' as const, id: _id })

function byFile(rows: readonly PlannedRow[]): Map<string, PlannedRow[]> {
  const files = new Map<string, PlannedRow[]>()
  for (const row of rows) {
    const file = files.get(row.importId)
    if (file) file.push(row)
    else files.set(row.importId, [row])
  }
  return files
}
