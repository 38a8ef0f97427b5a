import type { Fen } from './money'
import type { ReceiptState } from './bank-results'
import type { Day, Month } from '../time/dates'

/** A row of a disbursement plan. Amounts in 分. */
export interface PlanRow {
  _id: string
  programme: string
  forWhom: string | null
  month: Month
  period: string
  dueFen: Fen
  /** The row whose money came back and is sent again by this one. */
  reissueOf?: string
}

/** What the bank said of one plan row. */
export interface BankAnswer {
  paymentId: string | null
  amountFen?: Fen
  state: ReceiptState
  code: string
  text: string
  postedOn: Day | null
}

/** What a bank's code means to a farmer. */
export interface BankReason {
  code: string
  reason: string
  advice: string
}

/** A plan row with its outcome. */
export interface SettledRow extends PlanRow {
  /** `checking`: the bank's answer is in no list; a person must look at it. */
  state: 'credited' | 'failed' | 'waiting' | 'checking'
  /** What came, where it is not what is due: the plan was corrected afterwards. */
  paidFen?: Fen
  creditedOn?: Day
  reason?: { text: string; advice: string }
  retriedIn?: Month
}

/**
 * Joins what is due with what the bank did, newest month first. A row without an answer is waiting. A refused row that
 * is sent again, or stands again in a later plan (same programme, person and period), is marked with that month: it is not outstanding
 * twice.
 */
export function settle(
  plan: readonly PlanRow[],
  answers: readonly BankAnswer[],
  reasons: readonly BankReason[],
  askAt: string,
): SettledRow[] {
  const answerOf = new Map(answers.map((answer) => [answer.paymentId, answer]))
  const sameDue = (a: PlanRow) => (b: PlanRow) =>
    a.programme === b.programme && a.forWhom === b.forWhom && a.period === b.period && b.month > a.month
  return plan
    .map((row): SettledRow => {
      const answer = answerOf.get(row._id)
      if (!answer) return { ...row, state: 'waiting' }
      if (answer.state === 'unknown') return { ...row, state: 'checking' }
      const paidFen = answer.amountFen ?? row.dueFen
      if (answer.state === 'credited')
        return {
          ...row,
          state: 'credited',
          ...(answer.postedOn && { creditedOn: answer.postedOn }),
          ...(paidFen !== row.dueFen && { paidFen }),
        }
      const known = reasons.find(({ code }) => code === answer.code)
      const retriedIn = (plan.find(({ reissueOf }) => reissueOf === row._id) ?? plan.find(sameDue(row)))?.month
      return {
        ...row,
        state: 'failed',
        reason: { text: known?.reason ?? answer.text, advice: known?.advice ?? askAt },
        ...(retriedIn && { retriedIn }),
      }
    })
    .sort((a, b) => b.month.localeCompare(a.month) || a.programme.localeCompare(b.programme) || b.period.localeCompare(a.period))
}
