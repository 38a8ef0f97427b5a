import type { Unit } from '#domain/money/amounts'
import type { Fen } from '#domain/money/money'
import { compactOf } from '#domain/files/cells'
import { FileFault, type Sheet, type SheetRow } from '../reading/sheet'
import type { ColumnAnswer } from '#store/intake/directions'
import type { ColumnSpecs } from './columns'
import { isRemarkLine } from './footers'
import type { Heading } from './headings'
import { shapeOf } from './told'
import type { Vocabulary } from './vocabulary'
import { headingsIn, missingIn, placedWindows, type HeadingRows } from './heading-rows'

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
  /** The shape of its headings (`shapeOf`), and what people said of its columns, by number. */
  shape: string
  fixed: ReadonlyMap<number, string | null>
  /** What somebody said its amounts are counted in. */
  unit?: Unit
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
export function findTables(sheet: Sheet, specs: ColumnSpecs, { isHeadingWord }: Vocabulary, limitFen: Fen, told: ColumnAnswer[]): Table[] {
  const found = headingsIn(sheet, specs, isHeadingWord, told)
  const first = found[0]
  if (!first) return []
  const head = linesOf(sheet, 0, first.from)
  return found.map((one, i) => {
    const from = one.from + one.depth
    const until = found[i + 1]?.from ?? sheet.rows.length
    refuseRivals(sheet, one, from, until)
    return {
      sheet: sheet.name,
      hidden: sheet.hidden === true,
      at: one.placed.at,
      headings: new Map([...one.placed.at].map(([key, column]) => [key, one.headings[column]!.text])),
      groups: new Map([...one.placed.at].map(([key, column]) => [key, one.headings[column]!.above])),
      others: one.headings.flatMap(({ text }, column) =>
        text !== '' && ![...one.placed.at.values()].includes(column) ? [{ column, heading: text }] : [],
      ),
      shape: shapeOf(one.headings),
      fixed: one.fixed,
      headingRow: from,
      limitFen,
      isHeadingWord,
      title: i === 0 ? head : [...ownTitle(sheet, one.from), ...head],
      body: fillMerged(sheet, from, until, specs, one.placed.at),
    }
  })
}

/** How near a sheet comes to a kind: the columns it has, and the required ones it lacks. For the words of a refusal. */
export function nearness(
  sheet: Sheet,
  specs: ColumnSpecs,
  { isHeadingWord }: Vocabulary,
  told: ColumnAnswer[],
): { placed: number; missing: string[]; headings: Heading[] } {
  const best = placedWindows(sheet, specs, isHeadingWord, told).reduce<HeadingRows | undefined>(
    (most, one) => (one.placed.at.size > (most?.placed.at.size ?? 0) ? one : most),
    undefined,
  )
  return { placed: best?.placed.at.size ?? 0, missing: best ? missingIn(specs, best.placed) : [], headings: best?.headings ?? [] }
}

/** Two columns with the same name that say different things: which is meant cannot be guessed. */
function refuseRivals(sheet: Sheet, { placed, headings }: HeadingRows, from: number, until: number): void {
  for (const [key, others] of placed.rivals) {
    const column = placed.at.get(key)!
    const differs = others.find((other) =>
      sheet.rows.slice(from, until).some(({ cells }) => {
        const [one, two] = [compactOf(cells[column]), compactOf(cells[other])]
        return one !== '' && two !== '' && one !== two
      }),
    )
    if (differs === undefined) continue
    throw new FileFault(
      `工作表“${sheet.name}”有两列都像“${headings[column]!.plain}”（第 ${column + 1} 列“${headings[column]!.text}”、第 ${differs + 1} 列“${headings[differs]!.text}”），分不清该用哪一列，所以一行也没有导入。请把表头写清楚是谁的、哪一个，再导入。`,
    )
  }
}

const linesOf = ({ rows }: Sheet, from: number, until: number): string[] =>
  rows.slice(from, until).flatMap(({ cells }) => cells.map(compactOf).filter(Boolean))

/** The lines of remarks right above headings that stand further down. */
function ownTitle(sheet: Sheet, from: number): string[] {
  let top = from
  while (top > 0 && from - top < 4 && isRemarkLine(sheet.rows[top - 1]!.cells)) top--
  return linesOf(sheet, top, from)
}

/** The rows below the headings, with a merged cell's value in each of its rows for the columns that want it so. */
function fillMerged({ rows, merges }: Sheet, from: number, until: number, specs: ColumnSpecs, at: Map<string, number>): SheetRow[] {
  const wanted = new Set([...at].filter(([key]) => specs[key]!.merged).map(([, column]) => column))
  const filled = rows.slice(from, until)
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
