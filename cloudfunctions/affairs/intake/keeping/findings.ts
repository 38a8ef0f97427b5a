import type { RowReason } from '#contract/intake/actions'
import type { Keys } from '#kernel/seal/keys'
import { open } from '#kernel/seal/seal'
import type { Db } from '#store/db/collection'
import { count, findById, findEach } from '#store/db/read'
import { put } from '#store/db/write'
import { corrections } from '#store/intake/mends'
import { quarantine, stillOpen, warnings, type RowWarning } from '#store/intake/quarantine'
import type { Sheet } from '../reading/sheet'
import type { SeenLate, Writing } from '../writing/writing'
import type { ReadWarning } from './staging'
import type { DataRow } from '../tables/data-rows'
import { sayWarning } from '../tables/reasons'
import { unreadColumns } from '../tables/unread-columns'
import { digestOf, documentIds } from '../writing/documents'

type Where = Pick<Writing, 'db' | 'keys' | 'importId' | 'today'> & {
  /** Who answers for the file. */
  agencyId: string | null
}

/** The columns and sheets that were not read. */
export const unreadIn = (rows: DataRow[], sheets: Sheet[]): ReadWarning[] => [
  ...unreadColumns(rows).map(({ sheet, row, message }) => ({ at: { sheet, row }, about: null, code: 'column_not_read', message })),
  ...sheets.map(({ name }) => ({
    at: { sheet: name, row: 1 },
    about: null,
    code: 'sheet_not_read',
    message: sayWarning('sheet_not_read', name),
  })),
]

/** Keeps what was remarked on rows when they were read, with the person each is about. */
export const keepWarnings = (to: Where, warnings: ReadWarning[], personIds: Map<string, string>): Promise<void> =>
  keep(
    to,
    'warning',
    warnings.map(({ at, about, code, message }) => ({ ...at, personId: personIds.get(about ?? '') ?? null, code, message })),
  )

/** Keeps what was seen only against what is there. */
export const keepSeenLate = (to: Where, seen: SeenLate[]): Promise<void> =>
  keep(
    to,
    'seen late',
    seen.map(({ at, personId, code, detail }) => ({ ...at, personId, code, message: sayWarning(code, detail) })),
  )

async function keep(
  { db, keys, importId, agencyId, today }: Where,
  when: string,
  list: Pick<RowWarning, 'sheet' | 'row' | 'personId' | 'code' | 'message'>[],
): Promise<void> {
  const idOf = documentIds(when)
  await put(
    db,
    warnings,
    list.map((warning) => ({
      _id: idOf(importId, warning.sheet, warning.row, warning.code),
      digest: digestOf(keys, warning),
      ...{ importId, agencyId, since: today, seen: null },
      ...warning,
    })),
  )
}

export const countWarnings = ({ db, importId }: Pick<Where, 'db' | 'importId'>): Promise<number> => count(db, warnings, { importId })

/** So many reasons fit into one answer of a cloud function, whatever their length. */
const mostReasons = 5000

/** What is still to be seen to of an import, in the order of its rows. */
export async function findingsOf({ db, keys }: { db: Db; keys: Keys }, importId: string): Promise<RowReason[]> {
  const returned = await findById(db, corrections, importId)
  if (returned) return JSON.parse(open(keys, returned.sealed)) as RowReason[]
  const [refused, warned] = await Promise.all([
    findEach(db, quarantine, { importId, ...stillOpen }),
    findEach(db, warnings, { importId, seen: null }),
  ])
  const all = [
    ...refused.map(({ sheet, row, field, code, reason }): RowReason => ({
      sheet,
      row,
      outcome: 'quarantined',
      field,
      code,
      message: reason,
    })),
    ...warned.map(({ sheet, row, code, message }): RowReason => ({ sheet, row, outcome: 'warned', code, message })),
  ]
  const order = ({ sheet, row, code, message }: RowReason) => `${sheet}\n${String(row).padStart(8, '0')}\n${code}\n${message}`
  return all.sort((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, mostReasons)
}
