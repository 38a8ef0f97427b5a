import type { FileKind, ImportResult } from '#contract/intake/actions'
import { collection, index } from '../db/collection'
import type { ImportedBy } from './intake'

/** That an import was taken back: what it had been, who took it back, when and why. It stays, also when the file is taken in again. */
export interface UndoneImport {
  /** `<import>/<when it began>`. */
  _id: string
  importId: string
  fileName: string
  kind: FileKind | null
  agencyId: string | null
  importedAt: string
  importedBy: ImportedBy | null
  result: ImportResult | null
  at: string
  /** Null at the terminal. */
  by: ImportedBy | null
  reason: string
}
export const undoings = collection<UndoneImport>('undone_imports', [index('importId'), index('agencyId', '-at'), index('at')])

/** The job that takes an import back: whoever asks twice asks for the same. */
export const undoId = (importId: string): string => `undo/${importId}`
