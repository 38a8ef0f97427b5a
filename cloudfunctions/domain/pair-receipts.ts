/** A plan row as the bank was given it. Amounts in 分. */
export interface DueOnCard { _id: string; cardIndex: string; dueFen: number; importId: string; row?: number }

/** One line of a bank receipt. */
export interface AnswerOfBank { _id: string; cardIndex: string; amountFen: number; state: 'credited' | 'failed'; importId: string; row?: number }

/**
 * Which plan row each line of the receipts answers, by receipt line id: lines and rows of one month are paired by card and
 * amount, as often as they occur; equal ones in the order of their files, as banks answer in. When there are more lines than rows
 * (a refused one was sent again), a credited line goes before a refused one. It depends on the rows only, never on which came first.
 */
export function pairReceipts<Due extends DueOnCard>(plan: readonly Due[], answers: readonly AnswerOfBank[]): Map<string, Due> {
  const dues = groupBy(plan, (due) => `${due.cardIndex}/${due.dueFen}`)
  const lines = groupBy(answers, (answer) => `${answer.cardIndex}/${answer.amountFen}`)
  const pairs = new Map<string, Due>()
  for (const [key, rows] of dues) {
    const inOrder = [...rows].sort(byFile)
    chosen([...(lines.get(key) ?? [])].sort(byFile), rows.length).forEach((answer, i) => pairs.set(answer._id, inOrder[i]!))
  }
  return pairs
}

function chosen(answers: AnswerOfBank[], count: number): AnswerOfBank[] {
  if (answers.length <= count) return answers
  const best = [...answers.filter(({ state }) => state === 'credited'), ...answers.filter(({ state }) => state === 'failed')].slice(0, count)
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
