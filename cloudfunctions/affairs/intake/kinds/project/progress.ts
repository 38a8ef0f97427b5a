import { compactOf, textOf, type Cell } from '#domain/files/cells'
import type { Table } from '../../tables/find-table'

/** How a column writes percents: 78, or 0.78 as a spreadsheet keeps 78 %. */
type Scale = 'percents' | 'shares' | 'unclear'
const known = new WeakMap<Table, Scale>()

/** A column with a number above 1 counts in percents; one with numbers between 0 and 1 only, in shares; 1 alone may be either. */
export function scaleOf(table: Table, column: number): Scale {
  const there = known.get(table)
  if (there) return there
  const numbers = table.body.flatMap(({ cells }) => plainNumber(cells[column]) ?? [])
  const scale = numbers.some((one) => one > 1)
    ? 'percents'
    : numbers.some((one) => one > 0 && one < 1)
      ? 'shares'
      : numbers.includes(1)
        ? 'unclear'
        : 'percents'
  known.set(table, scale)
  return scale
}

function plainNumber(cell: Cell | undefined): number | undefined {
  const text = compactOf(cell)
  return /^\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : undefined
}

/**
 * Hundredths of a percent: 78, 78%, 0.78 in a column of shares, 主体已完成60% are 7800, 7800, 7800, 6000. Nothing when no one number says
 * it: 主体结顶, 120%.
 */
export function progressOf(cell: Cell, scale: Scale): number | undefined {
  const text = compactOf(cell)
  const number = plainNumber(cell)
  if (number !== undefined) {
    if (scale === 'unclear' && number !== 0) return undefined
    return within(number * (scale === 'shares' ? 10_000 : 100))
  }
  const percents = [...text.matchAll(/(?<![\d.])(\d{1,3}(?:\.\d+)?)%/g)]
  return percents.length === 1 && !/[至到~～\-—以不未]/.test(textOf(cell)) ? within(Number(percents[0]![1]) * 100) : undefined
}

const within = (value: number): number | undefined => {
  const whole = Math.round(Number(value.toPrecision(12)))
  return whole >= 0 && whole <= 10_000 ? whole : undefined
}
