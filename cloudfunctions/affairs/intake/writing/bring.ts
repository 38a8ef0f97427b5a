import type { Collection, Stored } from '#store/db/collection'
import { put, type Put } from '#store/db/write'
import type { FileSource } from '#store/intake/intake'
import { follow } from './follow'
import { grouped } from './grouped'
import type { Writing } from './writing'
import type { Standings } from './standings'
import { dropStated } from './stated'
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
 * file's from now on, where they stand in it, and what the earlier one said of their people goes. `dropped` are the stored rows that were
 * replaced, as they stood; `silent` the people of whom no row stands.
 */
export async function bring<T extends Versioned>(
  to: Writing,
  of: Collection<T>,
  source: FileSource,
  rows: Brought<T>[],
): Promise<Put & { dropped: T[]; silent: Set<string> }> {
  const standing = rows.filter(({ standing: { stands }, at }) => stands[at])
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
  await follow(to, of, done.same)
  const taken = standing.flatMap(({ document, standing: { same }, at }) => {
    const from = same[at]?.importId ?? to.importId
    return from === to.importId ? [] : [{ from, document }]
  })
  for (const [from, some] of grouped(taken, (one) => one.from))
    await dropStated(
      to,
      of,
      from,
      some.map(({ document }) => document),
    )
  return { added: done.added, changed: done.changed, dropped, silent: silentOf(rows) }
}

/** The people none of whose rows stands. */
function silentOf<T>(rows: Brought<T>[]): Set<string> {
  const person = ({ document }: Brought<T>) => (document as { personId?: string }).personId ?? ''
  const silent = new Set(rows.filter(({ standing: { stands }, at }) => !stands[at]).map(person))
  for (const row of rows) if (row.standing.stands[row.at]) silent.delete(person(row))
  return silent
}
