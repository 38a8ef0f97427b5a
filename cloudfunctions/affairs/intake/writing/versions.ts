import type { ImportResult } from '#contract/intake/actions'
import type { FileVersion } from '#domain/files/file-versions'
import { seal } from '#kernel/seal/seal'
import { findById, findIn, inParts, put, remove, replace, type Collection, type Stored } from '#store/db/collection'
import { fileSources, formerRows, type Decision, type FileSource } from '#store/intake/intake'
import type { Writing } from './writing'

/** Which telling of its source a file is, and what it is called. */
export type VersionOfFile = FileVersion & { fileName: string }

/**
 * Keeps what a file is a telling of, before its rows are written: whoever comes next judges by it, and so does this import when
 * it is done again.
 */
export const keepSource = ({ db }: Writing, source: FileSource): Promise<void> => replace(db, fileSources, source)

/** What an import that is done again found the first time. */
export const sourceBefore = ({ db, importId }: Writing): Promise<FileSource | undefined> => findById(db, fileSources, importId)

/** Keeps rows as the earlier version said them: `importId` is that version's file. */
export async function keepFormer<T extends Stored & { digest: string }>(
  { db, keys, importedAt }: Writing,
  of: Collection<T>,
  rows: { importId: string; by: string; document: T }[],
): Promise<void> {
  await put(
    db,
    formerRows,
    rows.map(({ importId, by, document }) => ({
      _id: `${importId}.${document._id}`.slice(0, 120),
      digest: document.digest,
      importId,
      by,
      of: of.name,
      at: importedAt,
      sealed: seal(keys, JSON.stringify(document)),
    })),
  )
}

export async function removeRows<T extends Stored>({ db }: Writing, of: Collection<T>, ids: string[]): Promise<void> {
  for (const part of inParts(ids, 500)) await remove(db, of, { _id: { $in: part } })
}

/** The same as an officer reads it. */
export async function reportVersions({ db }: Writing, decisions: Decision[]): Promise<NonNullable<ImportResult['versions']>> {
  const names = new Map(
    (
      await findIn(
        db,
        fileSources,
        '_id',
        decisions.map(({ importId }) => importId),
        ['fileName'],
      )
    ).map(({ _id, fileName }) => [_id, fileName]),
  )
  return decisions
    .filter(({ relation }) => relation !== 'beside')
    .map(({ importId, relation, scope, later, added, removed, changed, beforeFen, afterFen }) => ({
      file: names.get(importId) ?? '',
      scope,
      later,
      whole: relation === 'version',
      added,
      removed,
      changed,
      beforeFen,
      afterFen,
    }))
}
