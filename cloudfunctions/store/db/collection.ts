/**
 * The one way to the document database: typed collections over `@cloudbase/node-sdk`'s `app.database()`.
 * Queries are MongoDB filters sent raw, so that an ability's condition can be pushed down as it is.
 */
import type { Keyed, KeyedField } from './keyed'

/** The part of the SDK's database that the stores use. */
export interface Db {
  collection(name: string): Sdk
  createCollection(name: string): Promise<unknown>
  /** See `inTransaction`: `times` is how often it is begun again. */
  runTransaction<Result>(work: (transaction: Pick<Db, 'collection'>) => Promise<Result>, times: number): Promise<Result>
}
interface Sdk extends SdkQuery {
  doc(id: string): {
    get(): Promise<{ data: unknown }>
    set(data: object): Promise<{ updated?: number; upsertedId?: unknown }>
    remove(): Promise<{ deleted?: number | string }>
  }
  add(data: object): Promise<{ id?: string; ids?: string[] }>
  options(options: { raw: true; multiple?: boolean }): SdkQuery & { aggregate(stages: object[]): { end(): Promise<{ data: unknown[] }> } }
}
interface SdkQuery {
  options(options: { raw: true; multiple?: boolean }): SdkQuery
  where(query: object): SdkQuery
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery
  limit(count: number): SdkQuery
  field(projection: object): SdkQuery
  get(): Promise<{ data: unknown[] }>
  count(): Promise<{ total?: number }>
  update(data: object): Promise<{ updated?: number }>
  updateAndReturn(data: object): Promise<{ doc?: unknown }>
  remove(): Promise<{ deleted?: number | string }>
}

export interface Stored {
  _id: string
}

export interface IndexSpec {
  name: string
  fields: { field: string; direction: 1 | -1 }[]
  unique?: boolean
  multikey?: boolean
}

export interface Collection<T extends Stored> {
  name: string
  indexes: IndexSpec[]
  /** The fields that depend on a root key: a rotation makes them anew. */
  keyed: Record<string, KeyedField<T>>
  /** Nobody shall be able to tell from the database when its documents came; the local gateway keeps it so, CloudBase cannot. */
  undated?: true
  /** Carries the document type; never set. */
  readonly document?: T
}

/** A MongoDB filter or update, as CASL makes them too. */
export type Filter = Record<string, unknown>

/** Most documents one request may bring, as CloudBase has it. */
export const pageLimit = 1000

export const collection = <T extends Stored>(name: string, indexes: IndexSpec[] = [], keyed: Keyed<T> = {}): Collection<T> => ({
  name,
  indexes,
  keyed: keyed as Record<string, KeyedField<T>>,
})

/** Marks a collection as one whose documents nothing but their own days may date. */
export const undated = <T extends Stored>(of: Collection<T>): Collection<T> => ({ ...of, undated: true })

/** `on('householdId', '-month')` declares an ascending and a descending field. */
export const index = (...fields: string[]): IndexSpec => ({
  name: fields.join('_').replace(/-/g, ''),
  fields: fields.map((field) => ({ field: field.replace(/^-/, ''), direction: field.startsWith('-') ? -1 : 1 })),
})
export const unique = (...fields: string[]): IndexSpec => ({ ...index(...fields), unique: true })
/** An index over a list: each element finds the document. */
export const multikey = (field: string): IndexSpec => ({ ...index(field), multikey: true })

interface FindOptions {
  order?: [field: string, direction: 'asc' | 'desc'][]
  limit?: number
  fields?: string[]
}

/** Documents that match, at most `limit` (by default, and at most, 1000). */
export async function find<T extends Stored>(
  db: Db,
  of: Collection<T>,
  filter: Filter,
  { order = [], limit = pageLimit, fields }: FindOptions = {},
): Promise<T[]> {
  let query = db.collection(of.name).options({ raw: true }).where(filter)
  for (const [field, direction] of order) query = query.orderBy(field, direction)
  if (fields) query = query.field(Object.fromEntries(fields.map((field) => [field, 1])))
  return (await query.limit(limit).get()).data as T[]
}

export async function findById<T extends Stored>(db: Db, of: Collection<T>, id: string): Promise<T | undefined> {
  const { data } = await db.collection(of.name).doc(id).get()
  return (Array.isArray(data) ? data[0] : data) as T | undefined
}

/** Every document whose `field` is one of `values`, however many, and that matches `filter` besides. */
export async function findIn<T extends Stored>(
  db: Db,
  of: Collection<T>,
  field: string,
  values: string[],
  fields?: string[],
  filter: Filter = {},
): Promise<T[]> {
  const parts = inParts([...new Set(values)], 500)
  const found: T[][] = []
  await inTurns(parts.keys(), 3, async (i) => {
    found[i] = await findEach(db, of, { ...filter, [field]: { $in: parts[i]! } }, fields)
  })
  return found.flat()
}

/**
 * Every document that matches, page after page by `_id`, of which one is held at a time. A document that comes meanwhile is met if its
 * id lies ahead; none is met twice. `after`: goes on behind the document with this id.
 */
export async function* pages<T extends Stored>(
  db: Db,
  of: Collection<T>,
  filter: Filter,
  { fields, size = pageLimit, after = '' }: { fields?: string[]; size?: number; after?: string } = {},
): AsyncGenerator<T[], void, void> {
  for (let behind = after; ; ) {
    const beyond = behind === '' ? filter : { $and: [filter, { _id: { $gt: behind } }] }
    const page = await find(db, of, beyond, { order: [['_id', 'asc']], limit: size, ...(fields && { fields }) })
    if (page.length > 0) yield page
    if (page.length < size) return
    behind = page[page.length - 1]!._id
  }
}

/** All of `pages` in one list: for what is known to be little, such as one household's. */
export async function findEach<T extends Stored>(db: Db, of: Collection<T>, filter: Filter, fields?: string[]): Promise<T[]> {
  const found: T[] = []
  for await (const page of pages(db, of, filter, { ...(fields && { fields }) })) found.push(...page)
  return found
}

export const count = async <T extends Stored>(db: Db, of: Collection<T>, filter: Filter): Promise<number> =>
  (await db.collection(of.name).options({ raw: true }).where(filter).count()).total ?? 0

/** Runs MongoDB pipeline stages over a collection. */
export const aggregate = async <Result>(db: Db, of: { name: string }, stages: object[]): Promise<Result[]> =>
  (await db.collection(of.name).options({ raw: true }).aggregate(stages).end()).data as Result[]

/** A stage that brings the documents of another collection whose `foreignField` is this document's `localField`. */
export const joined = <T extends Stored>(from: Collection<T>, localField: string, foreignField: string, as: string) => ({
  $lookup: { from: from.name, localField, foreignField, as },
})

export async function insert<T extends Stored>(db: Db, to: Collection<T>, document: T): Promise<void> {
  await db.collection(to.name).add(document)
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
 * `before` is told what was here, of those that will be replaced, and ends before they are.
 */
export async function put<T extends Stored & { digest: string }>(
  db: Db,
  to: Collection<T>,
  documents: T[],
  before?: (replaced: T[]) => Promise<unknown>,
): Promise<Put> {
  const done: Put = { added: 0, changed: 0 }
  await inTurns(inParts(documents, pageLimit), 3, async (part) => {
    const there = new Map((await findSome(db, to, part, ['digest'])).map(({ _id, digest }) => [_id, digest]))
    const absent = part.filter(({ _id }) => !there.has(_id))
    const different = part.filter(({ _id, digest }) => there.has(_id) && there.get(_id) !== digest)
    if (before && different.length > 0) await before(await findSome(db, to, different))
    await insertMany(db, to, absent)
    await inTurns(different, 8, (document) => replace(db, to, document))
    done.added += absent.length
    done.changed += different.length
  })
  return done
}

/** These of at most a page of documents that are there. */
const findSome = <T extends Stored>(db: Db, of: Collection<T>, some: T[], fields?: string[]): Promise<T[]> =>
  find(db, of, { _id: { $in: some.map(({ _id }) => _id) } }, { ...(fields && { fields }) })

/**
 * Runs `work` on every item, at most `width` at a time: one request is made ready while another is under way.
 * After a failure nothing more is begun, and it is thrown only when what was under way has ended: no write trails behind.
 */
export async function inTurns<T>(items: Iterable<T>, width: number, work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = items[Symbol.iterator]()
  const failures: unknown[] = []
  const lane = async () => {
    for (let next = queue.next(); !next.done && failures.length === 0; next = queue.next())
      await work(next.value).catch((error: unknown) => failures.push(error))
  }
  await Promise.all(Array.from({ length: width }, lane))
  if (failures.length > 0) throw failures[0]
}

/** A list in parts of at most `size`. */
export const inParts = <T>(list: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
