import { collection, index, type Db } from '../db/collection'
import { findById } from '../db/read'
import { remove, replace, update } from '../db/write'

/**
 * What a job lays down part by part, sealed: of an import, the rows that were read and belong into one chunk of it, until it ends; of a
 * table that somebody takes away, a piece of the file, until that is tidied away. `importId` is the job's id.
 */
export interface StagedPart {
  /** `<import>/<number from 0>`. */
  _id: string
  importId: string
  sealed: string
  /** What the look at the whole file found for these rows, ids only. */
  notes: string[] | null
}
export const stagedParts = collection<StagedPart>('staged_parts', [index('importId')])

const idOf = (importId: string, number: number): string => `${importId}/${number}`

export const saveStaged = (db: Db, importId: string, number: number, part: Pick<StagedPart, 'sealed' | 'notes'>): Promise<void> =>
  replace(db, stagedParts, { _id: idOf(importId, number), importId, ...part })

/** Notes the rows of a part that is there. */
export const noteStaged = (db: Db, importId: string, number: number, notes: string[]): Promise<number> =>
  update(db, stagedParts, { _id: idOf(importId, number) }, { $set: { notes } })

export const findStaged = (db: Db, importId: string, number: number): Promise<StagedPart | undefined> =>
  findById(db, stagedParts, idOf(importId, number))

/** Takes away the parts of an import, also those that a reading laid down which was cut off. */
export const removeStaged = (db: Db, importId: string): Promise<number> => remove(db, stagedParts, { importId })
