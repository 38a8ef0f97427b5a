import type { Cell } from '#domain/cells'
import { compactOf } from '#domain/cells'
import type { Sheet, SheetRow } from '../files/sheet'
import { headingOf, placeColumns, type ColumnSpecs, type Heading } from './columns'

/** A sheet in which the headings of one kind of file were found. */
export interface Table {
  sheet: string
  /** Which column holds what, by the kind's own keys. */
  at: Map<string, number>
  /** The heading of each placed column, with its unit in brackets. */
  headings: Map<string, string>
  /** Lines above the headings: title, maker, date, unit. */
  title: string[]
  /** Everything below the headings; merged cells filled where the kind wants it. */
  body: SheetRow[]
}

/** Headings begin within so many rows, and are at most so many rows deep. */
const searched = 12
const deepest = 3

/** Finds the headings of a kind in a sheet. Nothing unless every required column is there. */
export function findTable(sheet: Sheet, specs: ColumnSpecs): Table | undefined {
  const best = bestHeadings(sheet, specs)
  if (!best || Object.entries(specs).some(([key, { required }]) => required && !best.at.has(key))) return undefined
  return {
    sheet: sheet.name,
    at: best.at,
    headings: new Map([...best.at].map(([key, column]) => [key, best.headings[column]!.text])),
    title: sheet.rows.slice(0, best.from).flatMap(({ cells }) => cells.map(compactOf).filter(Boolean)),
    body: fillMerged(sheet, best.from + best.depth, specs, best.at),
  }
}

/** Rows that may be headings, with what they would say of each column. */
interface HeadingRows { from: number; depth: number; headings: Heading[] }

/** The rows whose cells name most columns; of equals, the fewest and topmost rows. */
function bestHeadings(sheet: Sheet, specs: ColumnSpecs): (HeadingRows & { at: Map<string, number> }) | undefined {
  let best: (HeadingRows & { at: Map<string, number> }) | undefined
  for (const rows of headingRows(sheet)) {
    const at = placeColumns(specs, rows.headings)
    if (at.size > (best?.at.size ?? 1)) best = { ...rows, at }
  }
  return best
}

/** A sheet is asked once for every kind of file. */
const known = new WeakMap<Sheet, HeadingRows[]>()

function headingRows(sheet: Sheet): HeadingRows[] {
  const there = known.get(sheet)
  if (there) return there
  const top = { rows: sheet.rows.slice(0, searched + deepest), merges: sheet.merges.filter((merge) => merge.top < searched + deepest) }
  const texts = top.rows.map(({ cells }, row) => cells.map((cell, column) => compactOf(cell ?? mergedValue(top, row, column))))
  const made: HeadingRows[] = []
  for (let depth = 1; depth <= deepest; depth++) {
    for (let from = 0; from < Math.min(searched, texts.length); from++) made.push({ from, depth, headings: flatten(texts.slice(from, from + depth)) })
  }
  known.set(sheet, made)
  return made
}

/** The headings of each column over some rows, the lowest its own. */
function flatten(rows: string[][]): Heading[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: width }, (_, column) => {
    const texts = rows.map((row) => row[column] ?? '').filter(Boolean)
    return headingOf(texts.filter((text, i) => text !== texts[i - 1]))
  })
}

/** Merged headings reach over their columns and down their rows. */
function mergedValue({ rows, merges }: Pick<Sheet, 'rows' | 'merges'>, row: number, column: number): Cell {
  const merge = merges.find(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right)
  return merge ? (rows[merge.top]?.cells[merge.left] ?? null) : null
}

/** The rows below the headings, with a merged cell's value in each of its rows for the columns that want it so. */
function fillMerged({ rows, merges }: Sheet, from: number, specs: ColumnSpecs, at: Map<string, number>): SheetRow[] {
  const wanted = new Set([...at].filter(([key]) => specs[key]!.merged).map(([, column]) => column))
  const filled = rows.slice(from)
  for (const { top, left, bottom, right } of merges) {
    const columns = [...wanted].filter((column) => column >= left && column <= right)
    if (top < from || bottom === top || columns.length === 0) continue
    const value = rows[top]?.cells[left] ?? null
    for (let i = top + 1 - from; i <= bottom - from && i < filled.length; i++) {
      const cells = filled[i]!.cells.slice()
      for (const column of columns) cells[column] ??= value
      filled[i] = { ...filled[i]!, cells: Array.from(cells, (cell) => cell ?? null) }
    }
  }
  return filled
}
