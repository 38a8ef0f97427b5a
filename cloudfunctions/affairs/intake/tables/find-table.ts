import type { Unit } from '#domain/money/amounts'
import type { Fen } from '#domain/money/money'
import { compactOf, type Cell } from '#domain/files/cells'
import type { SlashOrder } from '#domain/time/slashed-dates'
import { evidenceIn, type Evidence } from '../evidence/columns'
import type { Sheet, SheetRow } from '../reading/sheet'
import type { ColumnSpecs } from './columns'
import { isRemarkLine } from './footers'
import type { Heading } from './headings'
import { shapeOf } from './told'
import type { Vocabulary } from './vocabulary'
import { headingsIn, type LookingFor } from './heading-rows'

/** A part of a sheet below one set of headings of one kind of file. A sheet has several where headings stand again further down. */
export interface Table {
  sheet: string
  /** The sheet itself is hidden: often a copy that somebody kept. */
  hidden: boolean
  /** Which column holds what, by the kind's own keys. */
  at: Map<string, number>
  /** The heading of each placed column, with its unit in brackets. */
  headings: Map<string, string>
  /** The headings above each placed column, which may name its unit. */
  groups: Map<string, string[]>
  /** Every column with a heading that was not placed: its column, and the heading. */
  others: { column: number; heading: string }[]
  /** What stands over each column, placed or not. */
  columns: Heading[]
  /** Other columns that a placed key's heading means as well. */
  rivals: ReadonlyMap<string, number[]>
  /** The shape of its headings (`shapeOf`), and what people said of its columns, by number. */
  shape: string
  fixed: ReadonlyMap<number, string | null>
  /** The columns that are taken for what they are by their cells alone. */
  likely: ReadonlySet<string>
  /** What the cells of a column say. */
  cells: (column: number) => Evidence
  /** What somebody said its amounts are counted in. */
  unit?: Unit
  /** What somebody said comes first in dates such as 10/1/2026, where a column does not show it. */
  dates?: SlashOrder
  /** Row of the headings, as Excel shows it. */
  headingRow: number
  /** Lines above the headings: title, maker, date, unit. Of a later part: the sheet's, then its own. */
  title: string[]
  /** More than this in one row (分) is no money but another number in the wrong column. */
  limitFen: Fen
  /** What stands over columns, for telling a line of headings from a row. */
  isHeadingWord: Vocabulary['isHeadingWord']
  /** Everything below the headings; merged cells filled where the kind wants it. */
  body: SheetRow[]
}

/** What the tables of a file say above their headings. */
export const titleOf = (tables: Table[]): string => tables.flatMap(({ title }) => title).join(' ')

/** Finds the headings of a kind in a sheet, wherever they stand. Nothing unless every required column is there. */
export function findTables(sheet: Sheet, by: LookingFor): Table[] {
  const found = headingsIn(sheet, by)
  const first = found[0]
  if (!first) return []
  const head = linesOf(sheet, 0, first.from)
  return found.map((one, i) => {
    const from = one.from + one.depth
    const until = found[i + 1]?.from ?? sheet.rows.length
    return {
      sheet: sheet.name,
      hidden: sheet.hidden === true,
      at: one.placed.at,
      headings: new Map([...one.placed.at].map(([key, column]) => [key, one.headings[column]!.text])),
      groups: new Map([...one.placed.at].map(([key, column]) => [key, one.headings[column]!.above])),
      others: one.headings.flatMap(({ text }, column) =>
        text !== '' && ![...one.placed.at.values()].includes(column) ? [{ column, heading: text }] : [],
      ),
      columns: one.headings,
      rivals: one.placed.rivals,
      shape: shapeOf(one.headings),
      fixed: one.fixed,
      likely: one.likely,
      cells: evidenceIn(sheet, from, until, by.places, by.limitFen),
      headingRow: from,
      limitFen: by.limitFen,
      isHeadingWord: by.isHeadingWord,
      title: i === 0 ? head : [...ownTitle(sheet, one.from), ...head],
      body: fillMerged(sheet, from, until, by.specs, one.placed.at),
    }
  })
}

const linesOf = ({ rows }: Sheet, from: number, until: number): string[] =>
  rows.slice(from, until).flatMap(({ cells }) => cells.map(compactOf).filter(Boolean))

/** The lines of remarks right above headings that stand further down. */
function ownTitle(sheet: Sheet, from: number): string[] {
  let top = from
  while (top > 0 && from - top < 4 && isRemarkLine(sheet.rows[top - 1]!.cells)) top--
  return linesOf(sheet, top, from)
}

const same = /^(同上|同前|同|上同|〃|″|“|”|")$/

/** Rows in which 同上 or 〃 stands for what is written above it. */
function sameAsAbove(rows: SheetRow[], columns: ReadonlySet<number>): SheetRow[] {
  const above: Cell[] = []
  return rows.map((row) => {
    const own = row.cells
    let cells: Cell[] | undefined
    for (const column of columns) {
      const cell = own[column] ?? null
      const says = typeof cell === 'string' && cell.length <= 4 && same.test(compactOf(cell))
      if (says) (cells ??= own.slice())[column] = above[column] ?? cell
      else if (cell !== null && cell !== '') above[column] = cell
    }
    return cells ? { number: row.number, hidden: row.hidden, cells } : row
  })
}

/** The rows below the headings, with a merged cell's value in each of its rows for the columns that want it so. */
function fillMerged({ rows, merges }: Sheet, from: number, until: number, specs: ColumnSpecs, at: Map<string, number>): SheetRow[] {
  const wanted = new Set([...at].filter(([key]) => specs[key]!.merged).map(([, column]) => column))
  const filled = sameAsAbove(rows.slice(from, until), wanted)
  for (const { top, left, bottom, right } of merges) {
    const columns = [...wanted].filter((column) => column >= left && column <= right)
    if (top < from || bottom === top || columns.length === 0) continue
    const value = rows[top]?.cells[left] ?? null
    for (let i = top + 1 - from; i <= bottom - from && i < filled.length; i++) {
      const cells = filled[i]!.cells.slice()
      for (const column of columns) cells[column] ??= value
      const { number, hidden } = filled[i]!
      filled[i] = { number, hidden, cells: Array.from(cells, (cell) => cell ?? null) }
    }
  }
  return filled
}
