import type { ColumnAnswer } from '#store/intake/directions'
import type { Fen } from '#domain/money/money'
import { compactOf } from '#domain/files/cells'
import { evidenceIn, type Evidence } from '../evidence/columns'
import { isUnmistakable } from '../evidence/judge'
import type { Places } from '../evidence/places'
import { FileFault, type Sheet } from '../reading/sheet'
import { placeColumns, type ColumnSpecs, type Placed } from './columns'
import { fixedIn } from './told'
import type { Vocabulary } from './vocabulary'
import { windowsOf, type Window } from './windows'

/** What a kind's columns are looked for with. */
export interface LookingFor {
  specs: ColumnSpecs
  isHeadingWord: Vocabulary['isHeadingWord']
  /** What people said of columns. */
  told: ColumnAnswer[]
  places: Places
  limitFen: Fen
  fileName: string
}

/** The required columns that were not placed; of those of which one would do, the first. */
export const missingIn = (specs: ColumnSpecs, { at, titled }: Placed): string[] =>
  Object.entries(specs)
    .filter(
      ([key, { required, among }]) =>
        (required && !at.has(key) && !titled?.has(key)) || (among && firstOf(specs, among) === key && !hasOne(specs, at, among)),
    )
    .map(([key]) => key)

const firstOf = (specs: ColumnSpecs, word: string): string => Object.keys(specs).find((key) => specs[key]!.among === word)!
const hasOne = (specs: ColumnSpecs, at: Placed['at'], word: string): boolean =>
  Object.entries(specs).some(([key, { among }]) => among === word && at.has(key))

/** A window of which a kind's columns were placed. */
export interface HeadingRows extends Window {
  placed: Placed
  /** What people said of its columns. */
  fixed: Map<number, string | null>
  /** The columns that no heading names, and whose cells cannot be mistaken. */
  likely: Set<string>
  cells: (column: number) => Evidence
}

/** Every window of a sheet that may be headings, with a kind's columns placed in it. */
export const placedWindows = (sheet: Sheet, by: LookingFor): HeadingRows[] =>
  windowsOf(sheet, by.isHeadingWord).map((window) => {
    const fixed = fixedIn(by.told, sheet.name, window.headings)
    const cells = evidenceIn(sheet, window.from + window.depth, sheet.rows.length, by.places, by.limitFen)
    const named = placeColumns(by.specs, window.headings, { fixed, cells })
    for (const [key, { standIn }] of Object.entries(by.specs)) standInFor(named, key, standIn)
    const placed = { ...named, titled: titledIn(sheet, by, window, named, cells) }
    return { ...window, fixed, placed, cells, likely: placeByCells(by.specs, window, placed, fixed, cells) }
  })

function standInFor({ at }: Placed, key: string, standIn: { key: string; unless: string } | undefined): void {
  const column = standIn && !at.has(key) && !at.has(standIn.unless) ? at.get(standIn.key) : undefined
  if (!standIn || column === undefined) return
  at.delete(standIn.key)
  at.set(key, column)
}

/** What the lines above headings say of every row, unless a column that nobody knows has such words: 低保金发放花名册. */
function titledIn(
  { rows }: Sheet,
  { specs, fileName }: LookingFor,
  { from, headings }: Window,
  { at }: Placed,
  cells: (column: number) => Evidence,
): ReadonlySet<string> {
  const taken = new Set(at.values())
  const above = (pattern: RegExp) =>
    rows.slice(Math.max(0, from - 6), from).some((row) => row.cells.some((cell) => pattern.test(compactOf(cell))))
  const stands = (pattern: RegExp) =>
    headings.some((_, column) => !taken.has(column) && cells(column).samples.some((text) => pattern.test(text)))
  return new Set(
    Object.entries(specs).flatMap(([key, { orTitle, orFileName }]) =>
      orTitle && !at.has(key) && (above(orTitle) || (orFileName && orTitle.test(compactOf(fileName)))) && !stands(orTitle) ? [key] : [],
    ),
  )
}

/** Places required columns that no heading names where exactly one column's cells cannot be anything else. */
function placeByCells(
  specs: ColumnSpecs,
  { headings }: Window,
  placed: Placed,
  fixed: Map<number, string | null>,
  cells: (column: number) => Evidence,
): Set<string> {
  const likely = new Set<string>()
  const missing = missingIn(specs, placed)
  if (placed.at.size < 2 || missing.length > 4) return likely
  for (const key of missing) {
    const { holds, notBelow } = specs[key]!
    if (!holds || !byCellsAlone.has(holds)) continue
    const taken = new Set(placed.at.values())
    const candidates = headings.flatMap(({ text, above }, column) =>
      !taken.has(column) &&
      !fixed.has(column) &&
      ![text, ...above].some((one) => notBelow?.test(one)) &&
      isUnmistakable(holds, cells(column))
        ? [column]
        : [],
    )
    if (candidates.length !== 1) continue
    placed.at.set(key, candidates[0]!)
    likely.add(key)
  }
  return likely
}
/** An amount, a date and a name are never taken without a heading. */
const byCellsAlone: ReadonlySet<string> = new Set(['id-number', 'card', 'phone', 'town', 'village'])

/**
 * The headings of a kind in a sheet, from the top: of windows that overlap, the one whose cells name most columns; of equals,
 * the fewest and topmost rows.
 */
export function headingsIn(sheet: Sheet, by: LookingFor): HeadingRows[] {
  const all = placedWindows(sheet, by)
  const named = ({ placed, likely }: HeadingRows): number => placed.at.size - likely.size / 2
  const whole = all
    .filter(({ placed }) => placed.at.size > 1 && missingIn(by.specs, placed).length === 0)
    .sort((a, b) => Number(a.isCut) - Number(b.isCut) || named(b) - named(a) || a.depth - b.depth || a.from - b.from)
  const chosen: HeadingRows[] = []
  for (const one of whole) if (!chosen.some((other) => overlap(one, other))) chosen.push(one)
  chosen.sort((a, b) => a.from - b.from)
  refuseHalf(sheet, by.specs, all, chosen)
  return chosen
}

const overlap = (a: Window, b: Window): boolean => a.from < b.from + b.depth && b.from < a.from + a.depth

/** Other headings further down that lack a column: the rows below them cannot be read as if nothing had changed. */
function refuseHalf(sheet: Sheet, specs: ColumnSpecs, all: HeadingRows[], chosen: HeadingRows[]): void {
  const first = chosen[0]
  if (!first) return
  const required = missingIn(specs, { at: new Map(), rivals: new Map() }).length
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
  const lacking = missingIn(specs, half.placed).flatMap((key) => first.headings[first.placed.at.get(key) ?? -1]?.text ?? [])
  throw new FileFault(
    `工作表“${sheet.name}”第 ${half.from + 1} 行又有一行表头，但里面没有“${lacking.join('”“')}”，下面的行没法照着读，所以一行也没有导入。请把这一段改成同样的表头，再导入。`,
  )
}
