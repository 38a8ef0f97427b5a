import type { FileKind } from '#contract/intake/actions'
import type { Unit } from '#domain/money/amounts'
import type { Month } from '#domain/time/dates'
import type { SlashOrder } from '#domain/time/slashed-dates'
import { collection } from '../db/collection'
import { sealed } from '../db/keyed'

/**
 * What people said of how to read one very file; the file itself is never changed. `_id` is the import's; what opens is `Directed`. Rows
 * that somebody mended are kept one by one (store/intake/mends).
 */
export interface Directions {
  _id: string
  sealed: string
}
export const directions = collection<Directions>('directions', [], { sealed: sealed() })

/** The content of directions. A unit and a month are the whole file's; what a cell beside them says of itself still goes first. */
export interface Directed {
  agencyId?: string
  kind?: FileKind
  month?: Month
  unit?: Unit
  /** What comes first in its dates such as 10/1/2026, in columns that do not show it. */
  dates?: SlashOrder
  columns: ColumnAnswer[]
  /** Who spoke last of the columns: a staff id, or `operator`. */
  by?: string
}

/**
 * What a column holds, by its kind's own key; null: nothing that is needed. Which column: of one table, by its sheet, its shape of
 * headings (`shapeOf`) and its number from 0; or every column that is headed so.
 */
export type ColumnAnswer = { key: string | null } & ({ sheet?: string; headings?: string; column: number } | { heading: string })
