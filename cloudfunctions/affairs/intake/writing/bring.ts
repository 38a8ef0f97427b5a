import { pageLimit, type Collection, type Stored } from '#store/db/collection'
import { inParts } from '#store/db/turns'
import { put, update, type Put } from '#store/db/write'
import type { FileSource } from '#store/intake/intake'
import type { Writing } from './writing'
import type { Standings } from './standings'
import { keepFormer } from './versions'

type Versioned = Stored & { digest: string; importId: string }

/** A file's row as it shall stand, or as it is kept when a later version says otherwise. */
export interface Brought<T> {
  document: T
  standing: Standings
  at: number
}

/**
 * Brings stored rows to what a file says: rows that changed are kept as they were and then replaced, rows that are the same are this
 * file's from now on. `dropped` are the stored rows that were replaced, as they stood.
 */
export async function bring<T extends Versioned>(
  to: Writing,
  of: Collection<T>,
  source: FileSource,
  rows: Brought<T>[],
): Promise<Put & { dropped: T[] }> {
  const standing = rows.filter(({ standing: { stands }, at }) => stands[at])
  const earlier = standing.flatMap(({ standing: { same }, at, document }) => {
    const there = same[at]
    return there && there.importId !== to.importId ? [{ there, document }] : []
  })
  const older = rows.filter(({ standing: { stands }, at }) => !stands[at])
  await keepFormer(
    to,
    of,
    older.map(({ document, standing: { same }, at }) => ({
      importId: to.importId,
      by: same[at]?.importId ?? source.decided[0]?.importId ?? '',
      document,
    })),
  )

  const dropped: T[] = []
  const done = await put(
    to.db,
    of,
    standing.map(({ document }) => document),
    async (replaced) => {
      const others = replaced.filter(({ importId }) => importId !== to.importId)
      await keepFormer(
        to,
        of,
        others.map((document) => ({ importId: document.importId, by: to.importId, document })),
      )
      dropped.push(...others)
    },
  )
  const confirmed = earlier.filter(({ there, document }) => there.content === document.digest).map(({ there }) => there._id)
  for (const part of inParts(confirmed, pageLimit)) await update(to.db, of, { _id: { $in: part } }, { $set: { importId: to.importId } })
  return { ...done, dropped }
}
