import { pageLimit, type Db, type Filter } from '../collection'
import { changed } from '../rehearsal/changing'
import type { Document } from '../rehearsal/matching'
import { inParts } from '../turns'
import type { Where } from './writ'

type Query = ReturnType<ReturnType<Db['collection']>['where']>

interface Asked {
  multiple?: boolean
  filter?: Filter
  order?: [field: string, direction: 'asc' | 'desc'][]
  limit?: number
  fields?: object
}

/** Reads go to the real one as they are; writes by a filter to what it finds. */
export function journaledQuery(at: Where, asked: Asked): Query {
  const { db, name, keep, turns, there } = at
  const { filter = {}, multiple = false, order = [], limit, fields } = asked
  const and = (more: Asked): Query => journaledQuery(at, { ...asked, ...more })
  const real = (own: Filter = filter) => db.collection(name).options({ raw: true, multiple }).where(own)
  const ids = idsIn(filter)
  const byIds = (part: Document[]): Filter => ({ _id: { $in: part.map(({ _id }) => _id) } })
  const these = (part: Document[]): Filter => (ids?.alone ? byIds(part) : { $and: [filter, byIds(part)] })
  const found = async (most: number) =>
    // By ids alone they are read with whatever else is asked for in the same turn of events.
    ids?.alone && ids.some.length <= most
      ? (await Promise.all(ids.some.map(there))).filter((document) => document !== null)
      : everyOne(at, filter, most)
  /** In parts of a page: what it finds, kept as it was, and then written. */
  const write = (after: (document: Document) => Document | null, most: number, work: (query: Query) => Promise<number>) =>
    turns.on(ids?.some ?? 'all', async () => {
      let done = 0
      for (const part of inParts(await found(most), pageLimit)) {
        await keep(part.map((document) => ({ of: name, _id: document._id, before: document, after: after(document) })))
        done += await work(real(these(part)))
      }
      return done
    })
  return {
    options: ({ multiple: all }) => and(all === undefined ? {} : { multiple: all }),
    where: (query) => and({ filter: query as Filter }),
    orderBy: (field, direction) => and({ order: [...order, [field, direction]] }),
    limit: (count) => and({ limit: count }),
    field: (projection) => and({ fields: projection }),
    get() {
      let query = real()
      for (const [field, direction] of order) query = query.orderBy(field, direction)
      if (fields) query = query.field(fields)
      return (limit === undefined ? query : query.limit(limit)).get()
    },
    count: () => real().count(),
    async update(data) {
      const change = (document: Document) => changed(document, data as Filter)
      return { updated: await write(change, multiple ? Infinity : 1, async (query) => (await query.update(data)).updated ?? 0) }
    },
    async updateAndReturn(data) {
      let doc: unknown = null
      await write(
        (document) => changed(document, data as Filter),
        1,
        async (query) => {
          doc = (await query.updateAndReturn(data)).doc ?? null
          return 1
        },
      )
      return { doc }
    },
    remove: async () => ({
      deleted: await write(
        () => null,
        Infinity,
        // Without a word the SDK removes all that match; told of one, one.
        async (query) => Number((await query.options({ raw: true, multiple: true }).remove()).deleted ?? 0),
      ),
    }),
  }
}

/** Whole documents that match, the first so many by id. */
async function everyOne({ db, name }: Where, filter: Filter, most: number): Promise<Document[]> {
  const found: Document[] = []
  const size = Math.min(most, pageLimit)
  for (let behind: string | undefined; ;) {
    const beyond = behind === undefined ? filter : { $and: [filter, { _id: { $gt: behind } }] }
    const page = (await db.collection(name).options({ raw: true }).where(beyond).orderBy('_id', 'asc').limit(size).get()).data as Document[]
    found.push(...page)
    if (page.length < size || found.length >= most) return found
    behind = page.at(-1)!._id
  }
}

/** The ids that a filter is about, where it names them, each once; `alone`: it asks for nothing else. */
function idsIn(filter: Filter): { some: string[]; alone: boolean } | undefined {
  const { _id: id, ...more } = filter
  const alone = Object.keys(more).length === 0
  if (typeof id === 'string') return { some: [id], alone }
  const named = Object.entries((id ?? {}) as Record<string, unknown>)
  const some = named.find(([operator]) => operator === '$in')?.[1]
  return Array.isArray(some) ? { some: [...new Set(some as string[])], alone: alone && named.length === 1 } : undefined
}
