import { textOf, type Cell } from '#domain/files/cells'

/**
 * A row's cells with what somebody wrote over them. A cell that says the same keeps its type: a date stays a spreadsheet's date, and what
 * was not touched is read as before.
 */
export function mendedCells(from: Cell[], over: Map<number, Cell>): Cell[] {
  const width = Math.max(from.length, ...[...over.keys()].map((column) => column + 1))
  return Array.from({ length: width }, (_, column) => {
    const before = from[column] ?? null
    const given = over.get(column)
    return given === undefined || says(given) === says(before) ? before : says(given) === '' ? null : given
  })
}

const says = (cell: Cell): string => textOf(cell)

export const isSame = (a: Cell[], b: Cell[]): boolean => a.length === b.length && a.every((cell, i) => cell === b[i])
