import type { FileKind } from '#contract/intake/actions'
import { countyDay, type Day } from '#domain/time/dates'
import { collection, index, type Db, type Filter } from '../db/collection'
import { digested, sealed } from '../db/keyed'
import { count, find, pages } from '../db/read'
import { update } from '../db/write'
import { imports } from './intake'

/**
 * A row that could not be taken in, and its life until it can, or need not be. What stood in it is sealed: it is somebody's data. `digest`
 * is of why it was refused.
 */
export interface QuarantinedRow {
  _id: string
  digest: string
  importId: string
  kind: FileKind
  /** Who answers for the file; null where it names nobody whom the county pack knows: then the data agency does. */
  agencyId: string | null
  sheet: string
  /** As Excel shows it, from 1. */
  row: number
  /** Row of the headings that it stands below: `refusedTables` has them. */
  headingRow: number
  field: string
  /** Stable reason code, e.g. id_check_digit. */
  code: string
  /** Chinese: what is wrong, and how to mend it. */
  reason: string
  /** The cells as they were last read: as they were sent, or as somebody mended them. */
  rawSealed: string
  /** The day on which it was first refused; reading the file again does not change it. */
  since: Day
  state: RowState
  /** The mend that was given last; none yet. */
  mendId: string | null
  /** How it ended. */
  ended: Ended | null
}

/**
 * `open`: whoever sent it must mend it. `given`: a mend is kept, the file is not read with it yet. `entering`: read, and sound; it is being
 * written. `mended`: it is in. `withdrawn`: nobody waits for it any more.
 */
type RowState = 'open' | 'given' | 'entering' | 'mended' | 'withdrawn'

/** When a row's life ended, after how many days, and by whom (staff id and name; null: by a later file, or from the terminal). */
export interface Ended {
  on: Day
  days: number
  by: { id: string; name: string } | null
  /** Of one that was withdrawn: the words of whoever did, or why. */
  why?: string
  /** The file that superseded its own. */
  file?: string
}

/** Not in yet, and somebody has to see to it. */
export const stillOpen: Filter = { state: { $in: ['open', 'given', 'entering'] satisfies RowState[] } }

export const quarantine = collection<QuarantinedRow>(
  'quarantine',
  [index('importId', 'sheet', 'row'), index('agencyId', 'state', 'code'), index('state', 'importId')],
  { digest: digested(), rawSealed: sealed() },
)

/** How many rows somebody has to see to: one agency's, or of all. */
export const countRefused = (db: Db, agencyId?: string): Promise<number> =>
  count(db, quarantine, { ...stillOpen, ...(agencyId !== undefined && { agencyId }) })

/** The headings that refused rows stand below: nobody's data. `_id` is made of import, sheet and row of the headings. */
export interface RefusedTable {
  _id: string
  importId: string
  sheet: string
  headingRow: number
  columns: RefusedColumn[]
}
/** `key`: the kind's own name, where the column was read. */
export interface RefusedColumn {
  column: number
  heading: string
  key: string | null
}
export const refusedTables = collection<RefusedTable>('refused_tables', [index('importId')])

/** Something a person must look at in a row that was taken in. */
export interface RowWarning {
  _id: string
  digest: string
  importId: string
  agencyId: string | null
  sheet: string
  row: number
  personId: string | null
  code: string
  message: string
  since: Day
  /** Somebody has looked, with their words; null: not yet. */
  seen: { at: string; by: { id: string; name: string }; words: string } | null
}
export const warnings = collection<RowWarning>(
  'warnings',
  [index('importId', 'sheet', 'row'), index('personId'), index('agencyId', 'seen', 'code')],
  { digest: digested() },
)

/** Rows and warnings that an earlier release kept had no life: it begins on the day of their import, with the data agency. */
export async function bringLivesOver(db: Db): Promise<void> {
  if (!(await find(db, quarantine, { state: { $exists: false } }, { limit: 1 }))[0]) return
  for await (const page of pages(db, imports, {}, { fields: ['at', 'kind'] })) {
    for (const { _id, at, kind } of page) {
      const born = { agencyId: null, since: countyDay(Date.parse(at)) }
      await update(
        db,
        quarantine,
        { importId: _id, state: { $exists: false } },
        { $set: { ...born, kind, headingRow: 0, state: 'open', mendId: null, ended: null } },
      )
      await update(db, warnings, { importId: _id, since: { $exists: false } }, { $set: { ...born, seen: null } })
    }
  }
}
