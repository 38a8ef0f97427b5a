import { hash, randomUUID } from 'node:crypto'
import { setImmediate as turnOfEvents } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Keys } from '#kernel/seal/keys'
import { openBytes, sealBytes } from '#kernel/seal/seal'
import { collections } from '#store/all'
import { pageLimit, type Db } from '#store/db/collection'
import { journaled } from '#store/db/journaled/journaled'
import type { Writ } from '#store/db/journaled/writ'
import type { Document } from '#store/db/rehearsal/matching'
import { findById, findEach } from '#store/db/read'
import { inParts } from '#store/db/turns'
import { imports } from '#store/intake/intake'
import { mends, corrections } from '#store/intake/mends'
import { quarantine, refusedTables, warnings } from '#store/intake/quarantine'
import { addJournalParts, importJournal, type JournalPart } from '#store/intake/journal'
import { stagedParts } from '#store/intake/staged'
import { grouped } from '../writing/grouped'

/** One document that an import wrote: as it was, and the fingerprint of what was left; null: not there. */
export interface JournalEntry {
  id: string
  before: Document | null
  left: string | null
}

/** What an import keeps of itself goes with the import, not by its journal. */
const ownBooks = new Set(
  [imports, quarantine, refusedTables, warnings, mends, corrections, stagedParts, importJournal].map(({ name }) => name),
)

/** The database for an import's writing: everything that it changes is kept in the import's journal first. */
export const withJournal = (to: { db: Db; keys: Keys }, importId: string): Db => journaled(to.db, ownBooks, keeper(to, importId))

/** The part in which stands whom a file names: nobody knows from what was written that it said the same as an earlier one. */
export const namedIn = 'named'

/** A file that is read again, for rows that were mended, names the others no later for that: only whom it had not named is kept. */
export async function keepNamed({ db, keys }: { db: Db; keys: Keys }, importId: string, ids: string[], again: boolean): Promise<void> {
  const known = new Set<string>()
  for (const { _id } of again ? await findEach(db, importJournal, { importId, of: namedIn }, ['_id']) : [])
    for (const { id } of (await readPart({ db, keys }, _id))?.entries ?? []) known.add(id)
  const personIds = [...new Set(ids)].filter((id) => !known.has(id))
  if (personIds.length > 0)
    await addJournalParts(
      db,
      partsOf(
        keys,
        importId,
        personIds.map((_id) => ({ of: namedIn, _id, before: null, after: null })),
      ),
    )
}

/** Keeps what is told while it is keeping together, so that many small writes wait for few. */
function keeper({ db, keys }: { db: Db; keys: Keys }, importId: string): (writs: Writ[]) => Promise<void> {
  let next: { writs: Writ[]; kept: Promise<void> } | undefined
  let last: Promise<unknown> = Promise.resolve()
  return (writs) => {
    if (!next) {
      const own = { writs: [] as Writ[], kept: Promise.resolve() }
      own.kept = last.then(async () => {
        // Whatever is written in the same turn of events comes along.
        await turnOfEvents()
        next = undefined
        return addJournalParts(db, partsOf(keys, importId, own.writs))
      })
      last = own.kept.catch(() => undefined)
      next = own
    }
    next.writs.push(...writs)
    return next.kept
  }
}

function partsOf(keys: Keys, importId: string, writs: Writ[]): JournalPart[] {
  const at = new Date().toISOString()
  const byCollection = grouped(writs, ({ of }) => of)
  return [...byCollection].flatMap(([of, own]) =>
    inParts(own, pageLimit).map((part): JournalPart => {
      const entries = part.map(({ _id, before, after }): JournalEntry => ({ id: _id, before, left: fingerprintOf(of, after) }))
      const packed = gzipSync(JSON.stringify(entries), { level: 1 })
      return { _id: `${importId}/${at}/${randomUUID()}`, importId, at, of, sealed: sealBytes(keys, packed) }
    }),
  )
}

/** What a part of the journal says. */
export async function readPart(
  { db, keys }: { db: Db; keys: Keys },
  id: string,
): Promise<{ of: string; entries: JournalEntry[] } | undefined> {
  const part = await findById(db, importJournal, id)
  return part && { of: part.of, entries: JSON.parse(gunzipSync(openBytes(keys, part.sealed)).toString()) as JournalEntry[] }
}

const keyedOf = new Map(collections.map(({ name, keyed }) => [name, new Set(Object.keys(keyed))]))

/**
 * The fingerprint of what a document says; null where there is none. What depends on a root key is left out, for a rotation makes it
 * anew; whoever writes a row's sealed text or digest anew writes the day or the file beside it as well. Who looks after a household is a
 * set.
 */
export function fingerprintOf(of: string, document: Document | null): string | null {
  if (!document) return null
  const keyed = keyedOf.get(of)
  const said: Document = { _id: document._id }
  for (const field of Object.keys(document).sort())
    if (!keyed?.has(field)) said[field] = field === 'helpers' ? inOrder(sorted(document[field])) : inOrder(document[field])
  return hash('sha256', JSON.stringify(said), 'base64url').slice(0, 22)
}

const sorted = (value: unknown): unknown => (Array.isArray(value) ? [...(value as string[])].sort() : value)

/** A value whose fields are in one order, whoever gave it. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Array.isArray(value)) return value.map(inOrder)
  const fields = value as Record<string, unknown>
  return Object.fromEntries(
    Object.keys(fields)
      .sort()
      .map((name) => [name, inOrder(fields[name])]),
  )
}
