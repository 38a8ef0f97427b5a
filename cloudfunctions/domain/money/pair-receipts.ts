import type { Fen } from './money'
import type { ReceiptState } from './bank-results'
import type { Day } from '../time/dates'

/** A plan row as the bank was given it. Amounts in 分. `formerFen`: what earlier versions of its plan said. */
export interface DueOnCard {
  _id: string
  cardIndex: string
  dueFen: Fen
  formerFen?: Fen[]
  importId: string
  row?: number
  /** The day on which the bank was given it; and its number in the file, where that is asked for. */
  handedOn?: Day
  serial?: number
}

/** One line of a bank receipt. */
export interface AnswerOfBank {
  _id: string
  cardIndex: string
  amountFen: Fen
  state: ReceiptState
  day?: Day
  importId: string
  row?: number
  /** The number that the line had in the file that the bank was given, where the bank repeats it. */
  serial?: number
}

/**
 * Which plan row each line of the receipts answers, by receipt line id: lines and rows of one month are paired by card and
 * amount, as often as they occur; first by the number that a line had in the bank's file, where the bank repeats it and one row has it;
 * equal ones in the order of their files, as banks answer in. When there are more lines than rows
 * (a refused one was sent again), the latest that moved money goes first, in or back, then a refused one, then one that nobody understood.
 * A line that answers none is tried with what earlier versions of the plan said. Nothing that the bank said before a row was handed to it
 * answers the row: what was handed over last chooses first. At last, where one row that was handed to the bank has no answer on a card, and
 * one credited line answers nothing there, that is the row's money in another amount. It depends on the rows only, never on which
 * came first.
 */
export function pairReceipts<Due extends DueOnCard>(plan: readonly Due[], answers: readonly AnswerOfBank[]): Map<string, Due> {
  const dues = groupBy(plan, (due) => `${due.cardIndex}/${due.dueFen}`)
  const lines = groupBy(answers, (answer) => `${answer.cardIndex}/${answer.amountFen}`)
  const pairs = new Map<string, Due>()
  const spoken = new Set<string>()
  for (const [key, rows] of dues) {
    const here = lines.get(key) ?? []
    const named = pairSerials(rows, here, pairs)
    for (const line of named.lines) spoken.add(line)
    const open = rows.filter(({ _id }) => !named.rows.has(_id))
    const days = [...groupBy(open, ({ handedOn = '' }) => handedOn)].sort(([a], [b]) => b.localeCompare(a))
    for (const [handedOn, some] of days) {
      const inOrder = [...some].sort(byFile)
      const left = here.filter((answer) => !pairs.has(answer._id) && !spoken.has(answer._id) && isAfter(answer, handedOn))
      chosen(left.sort(byFile), some.length).forEach((answer, i) => pairs.set(answer._id, inOrder[i]!))
    }
  }
  pairFormer(plan, lines, pairs)
  const others = answers.filter(({ _id }) => !spoken.has(_id))
  pairOtherAmounts(plan, others, pairs)
  return pairs
}

/**
 * Of equal rows, those whose number in the bank's file one row alone has, and lines that repeat it. The last word on a number counts; an
 * earlier one on the same is about the same row, and answers no other.
 */
function pairSerials<Due extends DueOnCard>(
  rows: readonly Due[],
  answers: readonly AnswerOfBank[],
  pairs: Map<string, Due>,
): { rows: Set<string>; lines: Set<string> } {
  const named = { rows: new Set<string>(), lines: new Set<string>() }
  for (const [due, ...more] of groupBy(
    rows.filter(({ serial }) => serial !== undefined),
    ({ serial }) => `${serial}`,
  ).values()) {
    const said = answers.filter((one) => one.serial === due!.serial && isAfter(one, due!.handedOn ?? ''))
    if (more.length > 0 || said.length === 0) continue
    for (const { _id } of said) named.lines.add(_id)
    named.rows.add(due!._id)
    for (const answer of chosen([...said].sort(byFile), 1)) pairs.set(answer._id, due!)
  }
  return named
}

/** The bank moved another amount than it was given. Two that could be meant, on either side, are left for a person. */
function pairOtherAmounts<Due extends DueOnCard>(plan: readonly Due[], answers: readonly AnswerOfBank[], pairs: Map<string, Due>): void {
  const answered = new Set([...pairs.values()].map(({ _id }) => _id))
  const open = groupBy(
    plan.filter(({ _id, handedOn }) => handedOn !== undefined && !answered.has(_id)),
    ({ cardIndex }) => cardIndex,
  )
  if (open.size === 0) return
  const left = groupBy(
    answers.filter(({ _id }) => !pairs.has(_id)),
    ({ cardIndex }) => cardIndex,
  )
  for (const [card, [due, ...more]] of open) {
    const [answer, ...others] = left.get(card) ?? []
    if (more.length > 0 || others.length > 0 || answer?.state !== 'credited') continue
    if (isAfter(answer, due!.handedOn!)) pairs.set(answer._id, due!)
  }
}

/** A payment that was corrected after the bank had answered: the answer stays with it. */
function pairFormer<Due extends DueOnCard>(plan: readonly Due[], lines: Map<string, AnswerOfBank[]>, pairs: Map<string, Due>): void {
  const answered = new Set([...pairs.values()].map(({ _id }) => _id))
  for (const due of plan.filter(({ _id, formerFen = [] }) => formerFen.length > 0 && !answered.has(_id)).sort(byFile)) {
    const [answer] = due.formerFen!.flatMap((fen) =>
      chosen(
        (lines.get(`${due.cardIndex}/${fen}`) ?? []).filter((one) => !pairs.has(one._id) && isAfter(one, due.handedOn ?? '')).sort(byFile),
        1,
      ),
    )
    if (answer) pairs.set(answer._id, due)
  }
}

/** An answer that says no day may be one to anything. */
const isAfter = ({ day }: AnswerOfBank, handedOn: string): boolean => day === undefined || day >= handedOn

function chosen(answers: AnswerOfBank[], count: number): AnswerOfBank[] {
  if (answers.length <= count) return answers
  const moved = answers
    .filter(({ state }) => state === 'credited' || state === 'returned')
    .sort((a, b) => (b.day ?? '').localeCompare(a.day ?? '') || Number(b.state === 'returned') - Number(a.state === 'returned'))
  const best = [
    ...moved,
    ...answers.filter(({ state }) => state === 'failed'),
    ...answers.filter(({ state }) => state === 'unknown'),
  ].slice(0, count)
  return answers.filter((answer) => best.includes(answer))
}

const byFile = (a: { _id: string; importId: string; row?: number }, b: typeof a): number =>
  a.importId.localeCompare(b.importId) || (a.row ?? 0) - (b.row ?? 0) || a._id.localeCompare(b._id)

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
