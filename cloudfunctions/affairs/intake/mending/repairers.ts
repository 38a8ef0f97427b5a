import { digitsOf, type Cell } from '#domain/files/cells'
import { onlyAmountIn, onlyDayIn } from '#domain/files/strays'
import { upgradedIdNumber } from '#domain/people/id-number'

/** A cell that a row failed in. */
export interface FailedCell {
  code: string
  cell: Cell
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

/** Whether the number of somebody who is known could help a row that was refused for this. */
export const asksForPeople = (code: string): boolean =>
  /^id_(missing|precision_lost|check_digit|birth_date|characters|length_(15|17|18|19))$/.test(code)

/** Those who may be meant: one is asked for, of several each by itself. */
export const repairsBy = (people: readonly { idNumber?: string | undefined; name: string }[]): Repair[] =>
  people.flatMap(({ idNumber, name }) =>
    idNumber === undefined
      ? []
      : [{ to: idNumber, question: people.length === 1 ? `是不是 ${shown(idNumber)}？` : `${name} ${shown(idNumber)}` }],
  )

/** An old number of 15 digits, as it became one of 18. */
const oldNumber: Repairer = {
  mends: /^id_length_15$/,
  repair({ cell }) {
    const to = upgradedIdNumber(digitsOf(cell).text)
    return to === undefined ? undefined : { to, question: `15 位的旧号，照规则升成 18 位是 ${shown(to)}，是不是？` }
  },
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

const repairers: readonly Repairer[] = [oldNumber, amountAmongWords, dayOtherwiseWritten]

/** What may be offered for a cell; the first rule that knows. */
export function repairOf(failed: FailedCell): Repair | undefined {
  for (const { mends, repair } of repairers) {
    const found = mends.test(failed.code) ? repair(failed) : undefined
    if (found) return found
  }
  return undefined
}
