import type { FileKind, ImportReport } from '#contract/office'
import { collection, index } from './collection'

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
}
export const imports = collection<Import>('imports', [index('status'), index('kind')])

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
export const quarantine = collection<QuarantinedRow>('quarantine', [index('importId')])

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
export const warnings = collection<RowWarning>('warnings', [index('importId'), index('personId')])
