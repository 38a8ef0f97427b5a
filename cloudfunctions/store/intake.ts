import type { FileKind, ImportReport } from '#contract/office'
import { collection, find, index, type Db } from './collection'
import { digested, sealed } from './keyed'

/** One department file taken in. `_id` is the SHA-256 of the file: the same file twice is the same import. */
export interface Import {
  _id: string
  fileName: string
  /** The original, kept as evidence. */
  fileID: string
  kind: FileKind | null
  /** `running` means it was cut off: importing it again finishes it. */
  status: 'running' | 'done' | 'refused'
  report: ImportReport | null
  at: string
  /** The key version it writes under: two at once that differ could not see each other's new people. */
  keyVersion?: string
}
export const imports = collection<Import>('imports', [index('status'), index('kind')])

/** An import that began so long ago was cut off: no function may run longer. */
const longestMs = 15 * 60_000

/** Imports that are under way with another key version than this. */
export async function importsUnderOtherKeys(db: Db, keyVersion: string, now: string): Promise<Import[]> {
  const running = await find(db, imports, { status: 'running', at: { $gt: new Date(Date.parse(now) - longestMs).toISOString() } })
  return running.filter((one) => one.keyVersion !== undefined && one.keyVersion !== keyVersion)
}

/** A row that could not be taken in. What stood in it is sealed: it is somebody's data. */
export interface QuarantinedRow {
  _id: string
  digest: string
  importId: string
  sheet: string
  /** As Excel shows it, from 1. */
  row: number
  field: string
  /** Stable reason code, e.g. id_check_digit. */
  code: string
  /** Chinese: what is wrong, and how to mend it. */
  reason: string
  rawSealed: string
}
export const quarantine = collection<QuarantinedRow>('quarantine', [index('importId')], { digest: digested(), rawSealed: sealed() })

/** Something a person must look at in a row that was taken in. */
export interface RowWarning {
  _id: string
  digest: string
  importId: string
  sheet: string
  row: number
  personId: string | null
  code: string
  message: string
}
export const warnings = collection<RowWarning>('warnings', [index('importId'), index('personId')], { digest: digested() })
