import { compactOf, isBlank } from '#domain/files/cells'
import type { Fen } from '#domain/money/money'
import type { Sheet, SheetRow } from '../reading/sheet'
import { traitsOf, type Trait } from './cells'
import type { Places } from './places'

/** What the cells of one column say it is, whatever stands over it. */
export interface Evidence {
  /** Cells looked at with something in them. */
  filled: number
  /** How many of these may be that, 0…1. */
  share(trait: Trait): number
  /** What nearly all of them are, where that is one thing. */
  says: Said | undefined
  /** The first different ones as they stand. */
  samples: string[]
}

/** What a column may be found to be. */
export type Said = Exclude<Trait, 'id-like' | 'card-like' | 'date-like' | 'decimal' | 'yes-no' | 'words'> | 'serial' | 'other'

/** So many rows are looked at, spread over the table. */
const mostRows = 120
/** So much of a column is that which it is: departments' slips are the rest. */
const nearlyAll = 0.8

/** The rows that are looked at: every so-many-th of the sheet, from that one on. */
interface Steps {
  first: number
  step: number
  until: number
}

/** Below headings that are guessed at a row higher or lower the same rows are looked at, unless the table is a small part of its sheet. */
function stepsOf({ rows }: Sheet, from: number, until: number): Steps {
  const over = (until - from) * 2 < rows.length ? until - from : rows.length
  const step = Math.max(1, over / mostRows)
  return { first: Math.ceil(from / step), step, until }
}

/** The rows of a table that are looked at: those of somebody, by how much stands in them. */
function sampled({ rows }: Sheet, { first, step, until }: Steps): SheetRow[] {
  const some: SheetRow[] = []
  // As they are here: a row of a sheet keeps all of the sheet in memory.
  for (let i = first; Math.floor(i * step) < until; i++) {
    const { number, hidden, cells } = rows[Math.floor(i * step)]!
    some.push({ number, hidden, cells })
  }
  const filledOf = ({ cells }: SheetRow) => cells.reduce<number>((count, cell) => count + (isBlank(cell) ? 0 : 1), 0)
  const usual = some.map(filledOf).sort((a, b) => a - b)[Math.floor(some.length / 2)] ?? 0
  return some.filter((row) => filledOf(row) * 2 > usual && !/^(合计|小计|总计|累计)/.test(row.cells.map(compactOf).find(Boolean) ?? ''))
}

/** What one column's cells say, of the rows looked at. */
function evidenceOf(rows: SheetRow[], column: number, places: Places, limit: Fen): Evidence {
  const own = rows.flatMap(({ number, cells: all }) => (isBlank(all[column]) ? [] : [{ number, cell: all[column]! }]))
  const cells = own.map(({ cell }) => cell)
  const counts = new Map<Trait, number>()
  for (const cell of cells) for (const trait of traitsOf(cell, places, limit)) counts.set(trait, (counts.get(trait) ?? 0) + 1)
  const share = (trait: Trait) => (cells.length === 0 ? 0 : (counts.get(trait) ?? 0) / cells.length)
  const numbered = own.map(({ number, cell }) => [number, compactOf(cell)] as const)
  const texts = [...new Set(numbered.map(([, text]) => text))]
  return {
    filled: cells.length,
    share,
    says: saidBy(share, numbered, texts.length),
    samples: texts.slice(0, 3),
  }
}

/** Surest first: an identity number has check digits, an amount is any number. */
const plain = ['id-number', 'phone', 'card', 'town', 'village', 'sex', 'relation', 'date'] as const

function saidBy(share: (trait: Trait) => number, numbered: (readonly [row: number, text: string])[], different: number): Said | undefined {
  const texts = numbered
  if (texts.length === 0) return undefined
  const sure = plain.find((trait) => share(trait) >= nearlyAll)
  if (sure) return sure
  if (share('card-like') >= nearlyAll && share('id-like') < nearlyAll) return 'card'
  if (isCounting(numbered)) return 'serial'
  if (texts.length >= 3 && share('year') >= nearlyAll && different <= 3) return 'year'
  if (texts.length >= 5 && share('count') >= nearlyAll) return 'count'
  if (share('amount') >= nearlyAll && share('id-like') < 0.2) return 'amount'
  if (share('name') >= nearlyAll && (texts.length < 6 || different >= texts.length * 0.5)) return 'name'
  // The same few words over and over, or sentences: no people.
  const isFew = different <= Math.max(2, texts.length / 10)
  const isLong = texts.filter((text) => text.length > 4).length * 2 > texts.length
  return share('words') >= nearlyAll && share('name') < 0.2 && (isFew || isLong) ? 'other' : undefined
}

/** 1 2 3 … row by row, from the first row of data on: amounts that happen to rise begin elsewhere. */
function isCounting(numbered: (readonly [row: number, text: string])[]): boolean {
  const from = numbered.map(([row, text]) => (/^\d{1,6}$/.test(text) ? row - Number(text) : NaN))
  const usual = from[Math.floor(from.length / 2)]
  return (
    usual !== undefined &&
    usual >= 0 &&
    usual <= 60 &&
    numbered.length >= 4 &&
    from.filter((one) => one === usual).length >= from.length * 0.9
  )
}

const known = new WeakMap<Sheet, Map<string, (column: number) => Evidence>>()

/** What the cells of each column say between two rows of a sheet; looked at once. */
export function evidenceIn(sheet: Sheet, from: number, until: number, places: Places, limit: Fen): (column: number) => Evidence {
  const of = known.get(sheet) ?? new Map<string, (column: number) => Evidence>()
  known.set(sheet, of)
  const steps = stepsOf(sheet, from, until)
  const key = `${steps.first}-${steps.step}-${until}-${limit}`
  const there = of.get(key)
  if (there) return there
  // Taken at once: what is asked later must not keep the whole sheet in memory.
  const rows = sampled(sheet, steps)
  const columns = new Map<number, Evidence>()
  const look = (column: number): Evidence => {
    const evidence = columns.get(column) ?? evidenceOf(rows, column, places, limit)
    columns.set(column, evidence)
    return evidence
  }
  of.set(key, look)
  return look
}
