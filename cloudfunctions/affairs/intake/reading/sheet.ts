import type { Cell } from '#domain/files/cells'

/** One sheet of a department's file, whatever its format: rows of typed cells, as they stand there. */
export interface Sheet {
  name: string
  /** Hidden in the workbook as a whole. */
  hidden?: boolean
  /** Every row from the first, blank ones too: `rows[i].number` is i + 1, the number Excel shows. */
  rows: SheetRow[]
  merges: Merge[]
}

export interface SheetRow {
  number: number
  hidden: boolean
  cells: Cell[]
}

/** A merged region; all four are places in `rows` and `cells`, counted from 0, both ends in it. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** A file that cannot be taken in at all. The message is one Chinese sentence for the officer: what is wrong, what to do. */
export class FileFault extends Error {
  override name = 'FileFault'
}
