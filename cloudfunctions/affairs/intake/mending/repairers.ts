import { digitsOf, type Cell } from '#domain/files/cells'
import { onlyAmountIn, onlyDayIn } from '#domain/files/strays'
import { isOneSlipFrom, mayHaveBeen } from '#domain/people/id-slips'

/** A cell that a row failed in. */
export interface FailedCell {
  code: string
  cell: Cell
  /** The identity numbers that are known of people with the name that stands beside it. */
  known: readonly string[]
}

/** What would stand in the cell, and the question to whoever knows. */
export interface Repair {
  to: string
  question: string
}

/** One way to mend a cell. It offers something only where its rule leaves no other possibility; whether it is so, a person says. */
interface Repairer {
  /** The reasons that it may mend. */
  mends: RegExp
  repair(failed: FailedCell): Repair | undefined
}

/** 330399********1234: enough for whoever has the person's paper before them. */
const shown = (id: string): string => `${id.slice(0, 6)}${'*'.repeat(8)}${id.slice(-4)}`

const one = (ids: string[]): Repair | undefined => (ids.length === 1 ? { to: ids[0]!, question: `是不是 ${shown(ids[0]!)}？` } : undefined)

/** A spreadsheet took the number for an amount and kept 15 digits: exactly one person of that name has them. */
const lostDigits: Repairer = {
  mends: /^id_precision_lost$/,
  repair: ({ cell, known }) => one(known.filter((id) => mayHaveBeen(id, digitsOf(cell).text))),
}

/** A slip of a typist: exactly one person of that name has a number that differs by one. */
const mistyped: Repairer = {
  mends: /^id_(check_digit|birth_date|characters|length_(17|18|19))$/,
  repair: ({ cell, known }) => one(known.filter((id) => isOneSlipFrom(id, digitsOf(cell).text))),
}

/** The only number in the cell. */
const amountAmongWords: Repairer = {
  mends: /^amount_not_a_number$/,
  repair({ cell }) {
    const to = onlyAmountIn(cell)
    return to === undefined ? undefined : { to, question: `是不是 ${to}？` }
  },
}

/** The only day that the cell can mean. */
const dayOtherwiseWritten: Repairer = {
  mends: /^date_unreadable$/,
  repair({ cell }) {
    const to = onlyDayIn(cell)
    return to === undefined ? undefined : { to, question: `是不是 ${to}？` }
  },
}

const repairers: readonly Repairer[] = [lostDigits, mistyped, amountAmongWords, dayOtherwiseWritten]

/** What may be offered for a cell; the first rule that knows. */
export function repairOf(failed: FailedCell): Repair | undefined {
  for (const { mends, repair } of repairers) {
    const found = mends.test(failed.code) ? repair(failed) : undefined
    if (found) return found
  }
  return undefined
}

/** Whether knowing people's numbers could help a row that was refused for this. */
export const asksForPeople = (code: string): boolean => [lostDigits, mistyped].some(({ mends }) => mends.test(code))
