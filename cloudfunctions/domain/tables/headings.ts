import type { TableColumn } from './table'

/** Cells that stand as one, all counted from 0 and included. */
export interface Span {
  top: number
  left: number
  bottom: number
  right: number
}

/**
 * The lines of headings above a table: columns next to each other that share a heading share its cell, and a column with fewer headings
 * than the deepest reaches down to the rows.
 */
export function headingLines(columns: readonly TableColumn[]): { lines: string[][]; spans: Span[] } {
  const depth = Math.max(1, ...columns.map(({ heading }) => heading.length))
  const lines = Array.from({ length: depth }, (_, line) => columns.map(({ heading }) => heading[line] ?? ''))
  const spans: Span[] = []
  const sharesAbove = (a: number, b: number, line: number) =>
    columns[a]!.heading.slice(0, line + 1).join('\n') === columns[b]!.heading.slice(0, line + 1).join('\n')
  for (let line = 0; line < depth; line++)
    for (let left = 0; left < columns.length; left++) {
      const { heading } = columns[left]!
      if (line >= heading.length) continue
      const isLast = line === heading.length - 1
      let right = left
      while (!isLast && right + 1 < columns.length && columns[right + 1]!.heading.length > line + 1 && sharesAbove(left, right + 1, line))
        right++
      for (let i = left + 1; i <= right; i++) lines[line]![i] = ''
      const bottom = isLast ? depth - 1 : line
      if (right > left || bottom > line) spans.push({ top: line, left, bottom, right })
      left = right
    }
  return { lines, spans }
}
