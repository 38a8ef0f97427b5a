import { pageLimit, type Collection, type Db, type Filter, type Stored } from './collection'
import { find } from './read'
import { inParts, inTurns } from './turns'

export async function insert<T extends Stored>(db: Db, to: Collection<T>, document: T): Promise<void> {
  await db.collection(to.name).add(document)
}

/** Adds a document unless there is one with its id, or with what no two may have; true if it is new. */
export async function insertNew<T extends Stored>(db: Db, to: Collection<T>, document: T): Promise<boolean> {
  try {
    await insert(db, to, document)
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'DATABASE_DUPLICATE_WRITE') return false
    throw error
  }
}

/** Adds new documents, however many. */
export async function insertMany<T extends Stored>(db: Db, to: Collection<T>, documents: T[]): Promise<void> {
  await inTurns(inParts(documents, pageLimit), 3, (part) => db.collection(to.name).add(part))
}

/** Replaces the document with this `_id`, or adds it. */
export async function replace<T extends Stored>(db: Db, to: Collection<T>, { _id, ...rest }: T): Promise<void> {
  await db.collection(to.name).doc(_id).set(rest)
}

/** Applies a MongoDB update (`$set`, `$addToSet` …) to all that match; the number updated. */
export const update = async <T extends Stored>(db: Db, of: Collection<T>, filter: Filter, change: Filter): Promise<number> =>
  (await db.collection(of.name).options({ raw: true, multiple: true }).where(filter).update(change)).updated ?? 0

/** Applies an update to one document that matches, atomically, and gives it as it then is; nothing if none matched. */
export const updateOne = async <T extends Stored>(db: Db, of: Collection<T>, filter: Filter, change: Filter): Promise<T | undefined> =>
  ((await db.collection(of.name).options({ raw: true }).where(filter).updateAndReturn(change)).doc ?? undefined) as T | undefined

export const remove = async <T extends Stored>(db: Db, of: Collection<T>, filter: Filter): Promise<number> =>
  Number((await db.collection(of.name).options({ raw: true }).where(filter).remove()).deleted ?? 0)

/** What `put` did. */
export interface Put {
  added: number
  changed: number
}

/**
 * Brings documents to the state given, in bulk and so that doing it twice changes nothing: absent ones are added,
 * ones whose `digest` differs are replaced, the rest are left. Safe to run again after being killed half way.
 * `before` is told what was here, of those that will be replaced, and ends before they are. `same`: those that were left.
 */
export async function put<T extends Stored & { digest: string }>(
  db: Db,
  to: Collection<T>,
  documents: T[],
  before?: (replaced: T[]) => Promise<unknown>,
): Promise<Put & { same: T[] }> {
  const done: Put & { same: T[] } = { added: 0, changed: 0, same: [] }
  await inTurns(inParts(documents, pageLimit), 3, async (part) => {
    const there = new Map((await findSome(db, to, part, ['digest'])).map(({ _id, digest }) => [_id, digest]))
    const absent = part.filter(({ _id }) => !there.has(_id))
    const different = part.filter(({ _id, digest }) => there.has(_id) && there.get(_id) !== digest)
    if (before && different.length > 0) await before(await findSome(db, to, different))
    await insertMany(db, to, absent)
    await inTurns(different, 8, (document) => replace(db, to, document))
    done.same.push(...part.filter(({ _id, digest }) => there.get(_id) === digest))
    done.added += absent.length
    done.changed += different.length
  })
  return done
}

/** These of at most a page of documents that are there. */
const findSome = <T extends Stored>(db: Db, of: Collection<T>, some: T[], fields?: string[]): Promise<T[]> =>
  find(db, of, { _id: { $in: some.map(({ _id }) => _id) } }, { ...(fields && { fields }) })
