import { isAtBank } from '../work/batches'
import type { LineState } from '../work/batch-lines'
import { monthOf, type Day, type Month } from '../time/dates'
import { firstMonthOf } from '../time/periods'
import type { OutstandingReason, SurplusReason } from './claims'
import { fen, type Fen } from './money'
import type { ClaimFacts, LineFacts, MoneyRecord, PersonFacts, PlannedFacts, ReceiptFacts } from './reconcile-facts'

/** Money on its way once: a line of a batch, or a row of a plan that is in none. */
export interface Sent {
  personId: string
  month: Month
  /** In which order those of one kind count. */
  order: string
  askedFen: Fen
  /** Why it has not come; nothing where it has. */
  waits: OutstandingReason | undefined
  paidFen: Fen
  recoveredFen: Fen
  /** People decided to take it back. */
  recalled: boolean
  /** Whom it was paid for was not to get it then. */
  wrong: SurplusReason | undefined
  since: Day | null
  creditedOn: Day | null
  records: MoneyRecord[]
}

/** All that was sent, or is to be, for one due. A line says more than the row that it pays; a batch that was cancelled says nothing. */
export function sentFor(facts: ClaimFacts): Sent[] {
  const rows = new Map(facts.rows.map((row) => [row._id, row]))
  const alive = uniqueById(facts.lines).filter(({ batch }) => batch.state !== 'cancelled')
  const inBatch = new Set(alive.map(({ paymentId }) => paymentId))
  return [
    ...alive.map((line) => sentByLine(facts, line, rows.get(line.paymentId ?? ''), alive)),
    ...[...rows.values()]
      // What a newer plan dropped goes nowhere by itself: it counts once the bank has said something of it.
      .filter(({ _id, gone }) => !inBatch.has(_id) && (!gone || newestAnswer(facts.receipts, _id) !== undefined))
      .map((row) => sentByRow(facts, row)),
  ].sort((a, b) => (a.order < b.order ? -1 : 1))
}

function sentByRow(facts: ClaimFacts, row: PlannedFacts): Sent {
  const answer = newestAnswer(facts.receipts, row._id)
  return {
    ...common(facts, row, row.dueFen, row),
    ...byAnswer(answer, row.answered ? 'unanswered' : 'planned', row.on),
    records: [{ kind: 'payment', id: row._id }, ...recordsOf(answer)],
  }
}

function sentByLine(facts: ClaimFacts, line: LineFacts, row: PlannedFacts | undefined, all: readonly LineFacts[]): Sent {
  const answer = answerTo(facts.receipts, line, all)
  const records: MoneyRecord[] = [
    ...(line.paymentId === null ? [] : [{ kind: 'payment' as const, id: line.paymentId }]),
    { kind: 'batch-line', id: line._id },
    ...recordsOf(answer),
  ]
  const base = { ...common(facts, line, line.amountFen, row), records }
  if (answer && counts(answer, line)) return { ...base, ...byAnswer(answer, 'unanswered', line.since) }
  if (paid.has(line.state)) {
    const paidFen = line.creditedFen
    const recoveredFen = fen(Math.min(line.recoveredFen, paidFen))
    return {
      ...{ ...base, paidFen, recoveredFen, waits: undefined, recalled: line.state !== 'credited' },
      ...{ since: line.since, creditedOn: answer?.on ?? line.since },
    }
  }
  if (line.state !== 'planned') return { ...base, ...nothingCame(waitsIn[line.state]!, line.since) }
  if (!isAtBank(line.batch.state)) return { ...base, ...nothingCame('drafted', line.since) }
  return { ...base, ...nothingCame(line.batch.state === 'sent' ? 'at-bank' : 'unanswered', line.batch.handedOn ?? line.since) }
}

/**
 * What the bank says counts before the line has caught up with it; and money that moved counts whatever people had decided about the line.
 * What is being taken back, or was written down from the bank's paper, is as the line says.
 */
function counts(answer: ReceiptFacts, { state, settled, batch }: LineFacts): boolean {
  if (settled || recalled.has(state)) return false
  if (state === 'credited') return answer.state !== 'credited'
  const follows = following.has(state) || (state === 'planned' && isAtBank(batch.state))
  return follows || answer.state === 'credited'
}

/** Of several lines that paid one row, the one that the bank had last when it answered. */
function answerTo(receipts: readonly ReceiptFacts[], { _id, paymentId }: LineFacts, all: readonly LineFacts[]): ReceiptFacts | undefined {
  const answer = paymentId === null ? undefined : newestAnswer(receipts, paymentId)
  const lines = all
    .filter((line) => line.paymentId === paymentId)
    .sort((a, b) => (a.batch.handedOn ?? '').localeCompare(b.batch.handedOn ?? '') || a._id.localeCompare(b._id))
  const had = lines.filter(({ batch }) => batch.handedOn !== null && batch.handedOn <= (answer?.on ?? ''))
  return (had.at(-1) ?? lines.at(-1))?._id === _id ? answer : undefined
}

const recalled: ReadonlySet<LineState> = new Set(['recovering', 'recovered', 'unrecoverable'])
const paid: ReadonlySet<LineState> = new Set(['credited', ...recalled])
/** What follows from receipts alone. */
const following: ReadonlySet<LineState> = new Set(['refused', 'returned', 'unclear'])

/** What was sent again counts where it was sent again; of what is missing there, it says why. */
const waitsIn: Partial<Record<LineState, OutstandingReason>> = {
  ...{ held: 'held', 'left-out': 'left-out', refused: 'refused', mending: 'refused', reissued: 'refused' },
  ...{ returned: 'returned', unclear: 'unclear', mended: 'mending' },
}

const common = (
  facts: ClaimFacts,
  { _id, personId, month }: { _id: string; personId: string; month: Month },
  askedFen: Fen,
  row: PlannedFacts | undefined,
): Pick<Sent, 'personId' | 'month' | 'order' | 'askedFen' | 'recalled' | 'wrong'> => ({
  ...{ personId, month },
  ...{ order: `${month}/${_id}`, askedFen, recalled: false },
  wrong: row && wrongFor(facts.people.get(personId), row, facts.needsRegister),
})

const nothingCame = (waits: OutstandingReason, since: Day | null) => ({
  ...{ waits, since, paidFen: fen(0), recoveredFen: fen(0), creditedOn: null },
})

function byAnswer(answer: ReceiptFacts | undefined, silent: OutstandingReason, since: Day | null) {
  if (!answer) return nothingCame(silent, since)
  if (answer.state !== 'credited') return nothingCame(waitsBy[answer.state], answer.on ?? since)
  return { waits: undefined, since: answer.on, paidFen: answer.amountFen, recoveredFen: fen(0), creditedOn: answer.on }
}

const waitsBy = { failed: 'refused', returned: 'returned', unknown: 'unclear' } as const

/** The answer of the latest day; of one day, what took money back goes before what gave it. */
const newestAnswer = (receipts: readonly ReceiptFacts[], paymentId: string): ReceiptFacts | undefined =>
  receipts
    .filter((one) => one.paymentId === paymentId)
    .sort((a, b) => (a.on ?? '').localeCompare(b.on ?? '') || weights[a.state] - weights[b.state] || a._id.localeCompare(b._id))
    .at(-1)

const weights = { unknown: 0, failed: 1, credited: 2, returned: 3 } as const

const recordsOf = (answer: ReceiptFacts | undefined): MoneyRecord[] => (answer ? [{ kind: 'receipt', id: answer._id }] : [])

/**
 * Why a row pays somebody who was not to be paid: its period begins after the month of death, or after that in which they left the
 * register; or they never were on it. That month, and what reaches over it, was still due.
 */
export function wrongFor(
  person: PersonFacts | undefined,
  { period, month }: Pick<PlannedFacts, 'period' | 'month'>,
  needsRegister: boolean,
): SurplusReason | undefined {
  const begins = firstMonthOf(period) ?? month
  if (person?.diedOn !== undefined && begins > monthOf(person.diedOn)) return 'after-death'
  if (!person || !needsRegister || person.onRegister || person.exits.some((on) => monthOf(on) >= begins)) return undefined
  return person.exits.length > 0 ? 'after-exit' : 'not-entitled'
}

const uniqueById = <T extends { _id: string }>(list: readonly T[]): T[] => [...new Map(list.map((one) => [one._id, one])).values()]
