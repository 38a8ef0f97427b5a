import { isBlank, textOf, type Cell } from '../files/cells'
import { typedLine } from '../text/typed'
import { isCalendarDay, type Day } from './dates'

/** How a column writes dates whose year stands last: 10/1/2026 is the first of October, or the tenth of January. */
export type SlashOrder = 'month-first' | 'day-first'

/** 10/1/2026, 1-10-2026, 01.10.2026 9:05:00 AM. A year of two digits is none. */
const slashed = /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?)?$/i

const partsOf = (cell: Cell | undefined): { first: number; second: number; year: string } | undefined => {
  if (typeof cell !== 'string' || isBlank(cell)) return undefined
  const [, first, , second, year] = slashed.exec(typedLine(textOf(cell))) ?? []
  return year === undefined ? undefined : { first: Number(first), second: Number(second), year }
}

/** Whether a cell is written so, whatever it means. */
export const isSlashed = (cell: Cell | undefined): boolean => partsOf(cell) !== undefined

/** How one cell alone must be read: a 23 is no month. Nothing where day and month could change places, or are the same. */
function orderOfCell({ first, second }: { first: number; second: number }): SlashOrder | undefined {
  if (first > 12 === second > 12) return undefined
  return first > 12 ? 'day-first' : 'month-first'
}

/**
 * How the dates of one column are written, by the cells in which only one reading is possible. `unsure`: some could be read two ways
 * and none decides; `mixed`: those that decide contradict each other. Nothing where no date could be read two ways.
 */
export function slashOrderOf(cells: Iterable<Cell | undefined>): SlashOrder | 'unsure' | 'mixed' | undefined {
  const orders = new Set<SlashOrder>()
  let open = false
  for (const cell of cells) {
    const parts = partsOf(cell)
    if (!parts) continue
    const order = orderOfCell(parts)
    if (order) orders.add(order)
    else if (parts.first !== parts.second && parts.first <= 12) open = true
  }
  if (!open) return undefined
  return orders.size === 1 ? [...orders][0] : orders.size === 0 ? 'unsure' : 'mixed'
}

/**
 * The day of such a cell: by itself where it leaves no choice, else in the column's order. `undefined`: it is not written so.
 */
export function readSlashed(cell: Cell | undefined, order?: SlashOrder): { on: Day } | { fault: 'unreadable' | 'impossible' } | undefined {
  const parts = partsOf(cell)
  if (!parts) return undefined
  const { first, second, year } = parts
  const own = orderOfCell(parts) ?? (first === second ? 'month-first' : order)
  if (!own || Math.min(first, second) < 1 || Math.max(first, second) > 31 || Math.min(first, second) > 12) return { fault: 'unreadable' }
  const [month, day] = own === 'month-first' ? [first, second] : [second, first]
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isCalendarDay(text) ? { on: text } : { fault: 'impossible' }
}
