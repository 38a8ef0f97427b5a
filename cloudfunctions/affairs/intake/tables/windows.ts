import { compactOf, type Cell } from '#domain/files/cells'
import type { Sheet, SheetRow } from '../reading/sheet'
import { headingOf, plainHeading, type Heading } from './headings'
import type { Vocabulary } from './vocabulary'

/** Headings are at most so many rows deep. */
const deepest = 3

/** Rows that may be headings, with what they would say of each column. */
export interface Window {
  from: number
  depth: number
  headings: Heading[]
  /** A merged cell reaches out of it: there is another row of headings. */
  isCut: boolean
}

/** A sheet is asked once for every kind of file. */
const known = new WeakMap<Sheet, Window[]>()

/**
 * Every window of rows that may be headings: there is a row in it in which at least two cells are words of headings, or the words right
 * above the first row of data, whatever they are.
 */
export function windowsOf(sheet: Sheet, isHeadingWord: Vocabulary['isHeadingWord']): Window[] {
  const there = known.get(sheet)
  if (there) return there
  const windows = new Map<string, Window>()
  const above = aboveData(sheet)
  sheet.rows.forEach((row, i) => {
    if (i !== above && !mayBeHeadings(row, isHeadingWord)) return
    for (let depth = 1; depth <= deepest; depth++) {
      for (let from = Math.max(0, i - depth + 1); from <= i && from + depth <= sheet.rows.length; from++) {
        const key = `${from}+${depth}`
        if (!windows.has(key)) windows.set(key, { from, depth, headings: flatten(sheet, from, depth), isCut: isCut(sheet, from, depth) })
      }
    }
  })
  const made = [...windows.values()]
  known.set(sheet, made)
  return made
}

/** The lowest row of words above the first row in which a long number stands: 栏次 1 2 3 is no such row. */
function aboveData({ rows }: Sheet): number {
  const first = rows.findIndex(({ cells }) =>
    cells.some((cell) => (typeof cell === 'number' ? cell >= 1e14 : cell !== null && /\d{15}/.test(cell))),
  )
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    const words = rows[i]!.cells.filter((cell) => typeof cell === 'string' && /[\u4e00-\u9fff]/.test(cell) && !/\d{7}/.test(cell))
    if (words.length >= 3 && words.length * 2 >= rows[i]!.cells.filter((cell) => cell !== null).length) return i
  }
  return -1
}

const isCut = ({ merges }: Sheet, from: number, depth: number): boolean =>
  merges.some(
    ({ top, bottom }) =>
      top !== bottom && bottom - top < deepest && top < from + depth && bottom >= from && (top < from || bottom >= from + depth),
  )

/** Cheap: a row of data gives itself away by a long number. */
function mayBeHeadings({ cells }: SheetRow, isHeadingWord: Vocabulary['isHeadingWord']): boolean {
  if (cells.some((cell) => (typeof cell === 'number' ? Math.abs(cell) >= 100_000 : cell !== null && /\d{7}/.test(cell)))) return false
  let words = 0
  for (const cell of cells) {
    if (typeof cell === 'string' && cell.length <= 60 && isHeadingWord(plainHeading(cell))) words++
  }
  return words >= 2
}

/** The headings of each column over some rows, the lowest its own. */
function flatten(sheet: Sheet, from: number, depth: number): Heading[] {
  const rows = sheet.rows.slice(from, from + depth)
  const merges = sheet.merges.filter((merge) => merge.top < from + depth && merge.bottom >= from)
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length), ...merges.map(({ right }) => Math.min(right, 200) + 1))
  const texts = rows.map(({ cells }, i) =>
    Array.from({ length: width }, (_, column) => compactOf(cells[column] ?? mergedValue(sheet, merges, from + i, column))),
  )
  for (let i = 0; i + 1 < depth; i++)
    spread(texts[i]!, texts[i + 1]!, (column) =>
      merges.some(({ top, left, bottom, right }) => from + i >= top && from + i <= bottom && column >= left && column <= right),
    )
  return Array.from({ length: width }, (_, column) => {
    const path = texts.map((row) => row[column]!).filter(Boolean)
    return headingOf(path.filter((text, i) => text !== path[i - 1]))
  })
}

/** A group's name that was not merged reaches over the blank cells to its right that have headings below: 申请人 | (blank) over 姓名 | 身份证号. */
function spread(row: string[], below: string[], isMerged: (column: number) => boolean): void {
  let name = ''
  row.forEach((text, column) => {
    if (text !== '' || isMerged(column)) name = isMerged(column) || below[column] === '' ? '' : text
    else if (name !== '' && below[column] !== '') row[column] = name
    else name = ''
  })
}

/** Merged headings reach over their columns and down their rows. */
function mergedValue({ rows }: Sheet, merges: Sheet['merges'], row: number, column: number): Cell {
  const merge = merges.find(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right)
  return merge ? (rows[merge.top]?.cells[merge.left] ?? null) : null
}
