import { renew } from '#kernel/seal/renew'
import type { Keys } from '#kernel/seal/keys'
import type { AtWork } from '#kernel/jobs/kind'
import { collections } from '#store/all'
import type { Collection, Stored } from '#store/db/collection'
import type { Document } from '#store/db/rehearsal/matching'
import { findIn } from '#store/db/read'
import { inParts, inTurns } from '#store/db/turns'
import { insertMany, remove, replace } from '#store/db/write'
import { printOf, type Collated } from './collate'
import { namedIn, readPart } from './journal'

type On = Pick<AtWork, 'db' | 'keys'>

/** Documents of one part of a journal that stand in it as they were before the import. */
interface Own {
  of: Collection<Stored>
  entries: { id: string; before: Document | null; was: string; lefts: string[]; now: Document | null; print: string }[]
}

/** What is to be put back by one part of the journal, each document as it stands now. */
export async function ownOf(on: On, { parts, touched }: Collated, part: number): Promise<Own | undefined> {
  const read = await readPart(on, parts[part]!)
  const of = read && read.of !== namedIn && collections.find(({ name }) => name === read.of)
  if (!read || !of) return undefined
  const known = touched.get(read.of)!
  // The same document may stand several times in one part: as it was is what counts.
  const mine = new Map<string, Document | null>()
  for (const { id, before } of read.entries) {
    const { part: at, was } = known.get(id)!
    if (at === part && printOf(read.of, before) === was) mine.set(id, before)
  }
  const there = new Map((await findIn<Document>(on.db, of as Collection<Document>, '_id', [...mine.keys()])).map((one) => [one._id, one]))
  return {
    of,
    entries: [...mine].map(([id, before]) => {
      const now = there.get(id) ?? null
      return { id, before, ...known.get(id)!, now, print: printOf(read.of, now) }
    }),
  }
}

/** Those that somebody else has changed since. */
export const changedSince = ({ entries }: Own): Own['entries'] =>
  entries.filter(({ print, was, lefts }) => print !== was && !lefts.includes(print))

/**
 * Puts back what one part of the journal says, as it was. What somebody changed in this very moment stays; gives how many those are.
 * Done again, it comes to the same.
 */
export async function putBack({ db, keys }: On, own: Own): Promise<number> {
  const { of, entries } = own
  const theirs = new Set(changedSince(own))
  const open = entries.filter((entry) => !theirs.has(entry) && entry.print !== entry.was)
  const gone = open.filter(({ before }) => before === null).map(({ id }) => id)
  for (const ids of inParts(gone, 500)) await remove(db, of, { _id: { $in: ids } })
  const back = open.flatMap(({ before, now }) => (before ? [{ document: underNewestKey(keys, of, before), there: now !== null }] : []))
  await insertMany(
    db,
    of,
    back.filter(({ there }) => !there).map(({ document }) => document),
  )
  await inTurns(
    back.filter(({ there }) => there),
    8,
    ({ document }) => replace(db, of, document),
  )
  return theirs.size
}

/** What was kept before a rotation comes back under the newest key. @throws Refusal when its own key is not here any more. */
function underNewestKey(keys: Keys, of: Collection<Stored>, before: Document): Document {
  const document = structuredClone(before)
  for (const [path, value] of Object.entries(renew(keys, of, document).after)) {
    const names = path.split('.')
    const last = names.pop()!
    const holder = names.reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, document)
    holder[last] = value
  }
  return document
}
