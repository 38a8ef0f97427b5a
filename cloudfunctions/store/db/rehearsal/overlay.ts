import type { Db, Filter } from '../collection'
import { pageLimit } from '../collection'
import { compare, matcherOf, type Document } from './matching'

/** What lies over one collection: its changed documents, each as it was when it was first changed, and as it is; null: not there. */
export interface Change {
  before: Document | null
  after: Document | null
}

/** One collection of the real database with changes over it that stay in memory. */
export class Overlay {
  readonly changes = new Map<string, Change>()
  /** By field and value, the ids of changed documents: a question costs what it brings, not what was changed so far. */
  private readonly byField = new Map<string, Map<unknown, Set<string>>>()
  private last: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly db: Pick<Db, 'collection'>,
    readonly name: string,
  ) {}

  /** All that match, or the first so many, in the order asked or by id. */
  async find(filter: Filter, order: [field: string, direction: 'asc' | 'desc'][], limit: number): Promise<Document[]> {
    const byId = order.length === 0 || (order.length === 1 && order[0]![0] === '_id' && order[0]![1] === 'asc')
    const found = this.changed(filter)
    // By another order what is hidden might be any of the first: all of it is looked at.
    found.push(...(await this.unchanged(filter, byId ? limit : Infinity)))
    const sorting = byId ? ([['_id', 'asc']] as const) : [...order, ['_id', 'asc'] as const]
    found.sort((a, b) => {
      for (const [field, direction] of sorting) {
        const way = compare(at(a, field), at(b, field))
        if (way !== 0) return direction === 'asc' ? way : -way
      }
      return 0
    })
    return found.slice(0, limit)
  }

  /** These of the documents that are there, whatever lies over them. */
  async have(ids: string[]): Promise<Map<string, Document>> {
    return new Map((await this.find({ _id: { $in: ids } }, [], Infinity)).map((document) => [document._id, document]))
  }

  /** Writes come one after the other: each sees what the one before left, as in the real database. */
  inTurn<Result>(write: () => Promise<Result>): Promise<Result> {
    const done = this.last.then(write)
    this.last = done.catch(() => undefined)
    return done
  }

  put(id: string, before: Document | null, after: Document | null): void {
    const there = this.changes.get(id)
    for (const [field, ids] of this.byField) {
      for (const value of there?.after ? indexed(there.after, field) : []) ids.get(value)?.delete(id)
      if (after) this.index(ids, field, after)
    }
    this.changes.set(id, { before: there ? there.before : before, after })
  }

  private async unchanged(filter: Filter, limit: number): Promise<Document[]> {
    const found: Document[] = []
    for (let behind: string | undefined; ;) {
      const beyond = behind === undefined ? filter : { $and: [filter, { _id: { $gt: behind } }] }
      const query = this.db.collection(this.name).options({ raw: true }).where(beyond).orderBy('_id', 'asc')
      const size = Math.min(pageLimit, Math.max(limit, 1))
      const page = (await query.limit(size).get()).data as Document[]
      for (const document of page) if (!this.changes.has(document._id) && found.length < limit) found.push(document)
      if (page.length < size || found.length >= limit) return found
      behind = page.at(-1)!._id
    }
  }

  private changed(filter: Filter): Document[] {
    const test = matcherOf(filter)
    const found: Document[] = []
    for (const id of this.candidates(filter)) {
      const { after } = this.changes.get(id)!
      if (after && test(after)) found.push(structuredClone(after))
    }
    return found
  }

  /** The changed documents that may match, by the narrowest field that the filter asks to be one of some texts. */
  private candidates(filter: Filter): Iterable<string> {
    let least: { ids: () => Iterable<string>; count: number } | undefined
    const offer = (count: number, ids: () => Iterable<string>) => void (count < (least?.count ?? Infinity) && (least = { ids, count }))
    for (const [field, values] of askedTexts(filter)) {
      if (field === '_id') offer(values.length, () => new Set(values.filter((id) => this.changes.has(id))))
      else {
        const sets = values.flatMap((value) => this.ofField(field).get(value) ?? [])
        offer(
          sets.reduce((sum, { size }) => sum + size, 0),
          () => new Set(sets.flatMap((ids) => [...ids])),
        )
      }
    }
    return least ? least.ids() : this.changes.keys()
  }

  private ofField(field: string): Map<unknown, Set<string>> {
    const there = this.byField.get(field)
    if (there) return there
    const ids = new Map<unknown, Set<string>>()
    for (const { after } of this.changes.values()) if (after) this.index(ids, field, after)
    this.byField.set(field, ids)
    return ids
  }

  private index(ids: Map<unknown, Set<string>>, field: string, document: Document): void {
    for (const value of indexed(document, field)) {
      const own = ids.get(value)
      if (own) own.add(document._id)
      else ids.set(value, new Set([document._id]))
    }
  }
}

/** The fields, not inside of objects, that must be one of some texts. */
function askedTexts(filter: Filter): [field: string, values: string[]][] {
  return Object.entries(filter).flatMap(([field, asked]): [string, string[]][] => {
    if (field === '$and') return (asked as Filter[]).flatMap(askedTexts)
    if (field.startsWith('$') || field.includes('.')) return []
    if (typeof asked === 'string') return [[field, [asked]]]
    const values = (asked as { $in?: unknown } | null)?.$in
    return Array.isArray(values) && values.every((value) => typeof value === 'string') ? [[field, values]] : []
  })
}

/** A field's values, each element of a list one. */
const indexed = (document: Document, field: string): unknown[] => {
  const value = document[field]
  return Array.isArray(value) ? value : [value]
}

const at = (document: Document, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], document)
