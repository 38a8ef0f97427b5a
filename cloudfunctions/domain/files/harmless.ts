import type { Cell } from './cells'

/**
 * A cell as a spreadsheet may hold it: a long number is text, since it would be cut; text that might be taken for a formula is told
 * apart by an apostrophe.
 */
export function harmless(cell: Cell): Cell {
  if (typeof cell === 'number') return Math.abs(cell) < 1e11 ? cell : String(cell)
  return cell !== null && /^[=＝+\-@＋－＠\t\r]/.test(cell) && !/^[+-]?\d[\d.,]*$|^[-－]+$/.test(cell) ? `'${cell}` : cell
}
