import type { Cell } from '#domain/files/cells'
import { compactOf } from '#domain/files/cells'
import { FileFault, type Sheet, type SheetRow } from '../reading/sheet'
import { placeColumns, type ColumnSpecs, type Placed } from './columns'
import { isRemarkLine } from './footers'
import { headingOf, plainHeading, type Heading } from './headings'
import type { Vocabulary } from './vocabulary'

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
  /** Row of the headings, as Excel shows it. */
  headingRow: number
  /** Lines above the headings: title, maker, date, unit. Of a later part: the sheet's, then its own. */
  title: string[]
  /** More than this in one row (分) is no money but another number in the wrong column. */
  limitFen: number
  /** What stands over columns, for telling a line of headings from a row. */
  isHeadingWord: Vocabulary['isHeadingWord']
  /** Everything below the headings; merged cells filled where the kind wants it. */
  body: SheetRow[]
}

/** What the tables of a file say above their headings. */
export const titleOf = (tables: Table[]): string => tables.flatMap(({ title }) => title).join(' ')

/** Headings are at most so many rows deep. */
const deepest = 3

/** Finds the headings of a kind in a sheet, wherever they stand. Nothing unless every required column is there. */
export function findTables(sheet: Sheet, specs: ColumnSpecs, { isHeadingWord }: Vocabulary, limitFen: number): Table[] {
  const found = headingsIn(sheet, specs, isHeadingWord)
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
): { placed: number; missing: string[]; headings: Heading[] } {
  const best = windowsOf(sheet, isHeadingWord)
    .map((window) => ({ ...window, placed: placeColumns(specs, window.headings) }))
    .reduce<HeadingRows | undefined>((most, one) => (one.placed.at.size > (most?.placed.at.size ?? 0) ? one : most), undefined)
  return { placed: best?.placed.at.size ?? 0, missing: best ? missingIn(specs, best.placed) : [], headings: best?.headings ?? [] }
}

const missingIn = (specs: ColumnSpecs, { at }: Placed): string[] =>
  Object.entries(specs)
    .filter(([key, { required }]) => required && !at.has(key))
    .map(([key]) => key)

/** Rows that may be headings, with what they would say of each column. */
interface Window {
  from: number
  depth: number
  headings: Heading[]
  /** A merged cell reaches out of it: there is another row of headings. */
  isCut: boolean
}
interface HeadingRows extends Window {
  placed: Placed
}

/**
 * The headings of a kind in a sheet, from the top: of windows that overlap, the one whose cells name most columns; of equals,
 * the fewest and topmost rows.
 */
function headingsIn(sheet: Sheet, specs: ColumnSpecs, isHeadingWord: Vocabulary['isHeadingWord']): HeadingRows[] {
  const all = windowsOf(sheet, isHeadingWord).map((window) => ({ ...window, placed: placeColumns(specs, window.headings) }))
  const whole = all
    .filter(({ placed }) => placed.at.size > 1 && missingIn(specs, placed).length === 0)
    .sort((a, b) => Number(a.isCut) - Number(b.isCut) || b.placed.at.size - a.placed.at.size || a.depth - b.depth || a.from - b.from)
  const chosen: HeadingRows[] = []
  for (const one of whole) if (!chosen.some((other) => overlap(one, other))) chosen.push(one)
  chosen.sort((a, b) => a.from - b.from)
  refuseHalf(sheet, specs, all, chosen)
  return chosen
}

const overlap = (a: Window, b: Window): boolean => a.from < b.from + b.depth && b.from < a.from + a.depth

/** Other headings further down that lack a column: the rows below them cannot be read as if nothing had changed. */
function refuseHalf(sheet: Sheet, specs: ColumnSpecs, all: HeadingRows[], chosen: HeadingRows[]): void {
  const first = chosen[0]
  if (!first) return
  const required = Object.values(specs).filter((spec) => spec.required).length
  const half = all.find((one) => {
    const placed = required - missingIn(specs, one.placed).length
    return (
      one.depth === 1 &&
      one.from > first.from &&
      one.placed.at.size >= 4 &&
      placed * 2 >= required &&
      !chosen.some((other) => overlap(one, other))
    )
  })
  if (!half) return
  const lacking = missingIn(specs, half.placed).map((key) => first.headings[first.placed.at.get(key)!]!.text)
  throw new FileFault(
    `工作表“${sheet.name}”第 ${half.from + 1} 行又有一行表头，但里面没有“${lacking.join('”“')}”，下面的行没法照着读，所以一行也没有导入。请把这一段改成同样的表头，再导入。`,
  )
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

/** A sheet is asked once for every kind of file. */
const known = new WeakMap<Sheet, Window[]>()

/** Every window of rows that may be headings: there is a row in it in which at least two cells are words of headings. */
function windowsOf(sheet: Sheet, isHeadingWord: Vocabulary['isHeadingWord']): Window[] {
  const there = known.get(sheet)
  if (there) return there
  const windows = new Map<string, Window>()
  sheet.rows.forEach((row, i) => {
    if (!mayBeHeadings(row, isHeadingWord)) return
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

const isCut = ({ merges }: Sheet, from: number, depth: number): boolean =>
  merges.some(
    ({ top, bottom }) =>
      top !== bottom && bottom - top < deepest && top < from + depth && bottom >= from && (top < from || bottom >= from + depth),
  )

/** Cheap: a row of data gives itself away by a long number. */
function mayBeHeadings({ cells }: SheetRow, isHeadingWord: Vocabulary['isHeadingWord']): boolean {
  let words = 0
  for (const cell of cells) {
    if (cell === null) continue
    if (typeof cell === 'number' ? Math.abs(cell) >= 100_000 : /\d{7}/.test(cell)) return false
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
