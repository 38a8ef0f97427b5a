import type { Db, Filter } from '../collection'
import { changed, plain } from './changing'
import { unknown, type Document } from './matching'
import { Overlay, type Change } from './overlay'

/** A document that a rehearsal changed; null: it was not there, or is not any more. */
export interface RehearsedChange extends Change {
  collection: string
  _id: string
}

type Sdk = ReturnType<Db['collection']>
type Query = ReturnType<Sdk['where']>

/**
 * A database over the real one: what is written stays in memory, and what is read shows it. It does what the stores' own ways do
 * (store/db); whatever else is asked of it is refused by name. Of unique fields it keeps `_id` alone. What it keeps grows with what is
 * written.
 */
export function rehearsalOver(db: Pick<Db, 'collection'>): { db: Db; changes(): RehearsedChange[] } {
  const overlays = new Map<string, Overlay>()
  const overlayOf = (name: string): Overlay => {
    const there = overlays.get(name) ?? new Overlay(db, name)
    overlays.set(name, there)
    return there
  }
  const rehearsed: Db = {
    collection: (name) => sdkOver(overlayOf(name), false),
    createCollection: () => Promise.resolve({}),
    async runTransaction(work) {
      const inner = new Map<string, Overlay>()
      const result = await work({
        collection(name) {
          const over = inner.get(name) ?? new Overlay({ collection: () => sdkOver(overlayOf(name), false) }, name)
          inner.set(name, over)
          return sdkOver(over, true)
        },
      })
      for (const [name, { changes }] of inner) for (const [id, { before, after }] of changes) overlayOf(name).put(id, before, after)
      return result
    },
  }
  return {
    db: rehearsed,
    changes: () =>
      [...overlays].flatMap(([collection, { changes }]) =>
        [...changes].flatMap(([_id, { before, after }]) =>
          JSON.stringify(before) === JSON.stringify(after) ? [] : [{ collection, _id, before, after }],
        ),
      ),
  }
}

/** The part of the SDK that the stores use, over one collection; in a transaction a document is given alone, not in a list. */
function sdkOver(overlay: Overlay, inTransaction: boolean): Sdk {
  return {
    ...queryOver(overlay, {}),
    doc: (id) => ({
      async get() {
        const document = (await overlay.have([id])).get(id)
        return { data: inTransaction ? (document ?? null) : document ? [document] : [] }
      },
      set: (data) =>
        overlay.inTurn(async () => {
          const before = (await overlay.have([id])).get(id) ?? null
          overlay.put(id, before, { ...plain(data), _id: id })
          return before ? { updated: 1 } : { updated: 0, upsertedId: id }
        }),
      remove: () =>
        overlay.inTurn(async () => {
          const before = (await overlay.have([id])).get(id)
          if (before) overlay.put(id, before, null)
          return { deleted: before ? 1 : 0 }
        }),
    }),
    add: (data) =>
      overlay.inTurn(async () => {
        const documents = plain(Array.isArray(data) ? (data as Document[]) : [data as Document])
        const ids = documents.map(({ _id }) => _id)
        if ((await overlay.have(ids)).size > 0 || new Set(ids).size < ids.length)
          throw Object.assign(new Error(`There is one with this _id in ${overlay.name}`), { code: 'DATABASE_DUPLICATE_WRITE' })
        for (const document of documents) overlay.put(document._id, null, document)
        return { ids }
      }),
    options: (options) => ({
      ...queryOver(overlay, options),
      aggregate: (stages) => ({ end: async () => ({ data: await grouped(overlay, stages as Filter[]) }) }),
    }),
  }
}

interface Asked {
  multiple?: boolean
  filter?: Filter
  order?: [field: string, direction: 'asc' | 'desc'][]
  limit?: number
  fields?: string[]
}

function queryOver(overlay: Overlay, asked: Asked): Query {
  const { filter = {}, order = [], limit = 100, fields, multiple = false } = asked
  const matching = (most: number) => overlay.find(filter, order, most)
  const changeSome = (change: Filter, most: number) =>
    overlay.inTurn(async () => {
      const found = await matching(most)
      const next = found.map((document) => changed(document, change))
      found.forEach((document, i) => overlay.put(document._id, document, next[i]!))
      return next
    })
  const and = (more: Asked): Query => queryOver(overlay, { ...asked, ...more })
  return {
    options: ({ multiple: all }) => and(all === undefined ? {} : { multiple: all }),
    where: (query) => and({ filter: query as Filter }),
    orderBy: (field, direction) => and({ order: [...order, [field, direction]] }),
    limit: (count) => and({ limit: count }),
    field: (projection) => and({ fields: fieldsOf(projection as Filter) }),
    get: async () => ({ data: (await matching(limit)).map((document) => (fields ? only(document, fields) : document)) }),
    count: async () => ({ total: (await matching(Infinity)).length }),
    update: async (change) => ({ updated: (await changeSome(change as Filter, multiple ? Infinity : 1)).length }),
    updateAndReturn: async (change) => ({ doc: (await changeSome(change as Filter, 1))[0] ?? null }),
    // As the SDK does: what was asked for by a filter goes, all of it.
    remove: () =>
      overlay.inTurn(async () => {
        const found = await matching(Infinity)
        for (const document of found) overlay.put(document._id, document, null)
        return { deleted: found.length }
      }),
  }
}

function fieldsOf(projection: Filter): string[] {
  for (const [field, wanted] of Object.entries(projection))
    if (wanted !== 1 || field.includes('.')) throw unknown(`the projection of ${field}`)
  return ['_id', ...Object.keys(projection)]
}

const only = (document: Document, fields: string[]): Document =>
  Object.fromEntries(Object.entries(document).filter(([name]) => fields.includes(name))) as Document

/** `[{ $match }, { $group: { _id: '$field' } }]`: which values there are. */
async function grouped(overlay: Overlay, [match, group, ...more]: Filter[]): Promise<unknown[]> {
  const [filter, by] = [match?.$match as Filter | undefined, group?.$group as Filter | undefined]
  const field = by?._id
  if (!filter || !by || more.length > 0 || Object.keys(by).length > 1 || typeof field !== 'string' || !field.startsWith('$'))
    throw unknown('this aggregation')
  const found = await overlay.find(filter, [], Infinity)
  return [...new Set(found.map((document) => document[field.slice(1)] ?? null))].map((_id) => ({ _id }))
}
