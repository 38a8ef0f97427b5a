import type { Cell } from '#domain/files/cells'
import { collection, index, type Db } from '../db/collection'
import { sealed } from '../db/keyed'
import { findEach } from '../db/read'

/**
 * A row as somebody mended it: a patch that is laid over the file when it is read, which itself is never changed. Each mend of a row is
 * kept; the last given holds.
 */
export interface Mend {
  /** `<row of the quarantine>/<n-th mend of it, from 1>`. */
  _id: string
  importId: string
  sheet: string
  /** As Excel shows it, from 1. */
  row: number
  /** What stood in the row, and what is to stand there (`MendedCells`). */
  cellsSealed: string
  at: string
  /** Null: from the terminal. */
  by: { id: string; name: string; agencyId: string } | null
  /** Where it was mended: in place, by a repair that was offered and accepted, or in a file that came back (its sha256). */
  way: 'in-place' | 'offered' | { file: string }
  /** It did not go in after all: the file could not be read with it. */
  dropped?: true
}

/** The content of a mend, all cells of the row. */
export interface MendedCells {
  from: Cell[]
  to: Cell[]
}
export const mends = collection<Mend>('mends', [index('importId')], { cellsSealed: sealed() })

export const mendsOf = (db: Db, importId: string): Promise<Mend[]> => findEach(db, mends, { importId })

/** A corrected file that came back, and what became of each of its rows: `sealed` quotes them. `_id` is the file's sha256. */
export interface Correction {
  _id: string
  sealed: string
}
export const corrections = collection<Correction>('corrections', [], { sealed: sealed() })
