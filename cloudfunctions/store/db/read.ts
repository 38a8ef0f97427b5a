import { pageLimit, type Collection, type Db, type Filter, type Stored } from './collection'
import { inParts, inTurns } from './turns'

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
  for (let behind = after; ;) {
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
