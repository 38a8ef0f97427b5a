import type { Collection } from '../disk/collection'
import { parseStored } from '../door/ejson'
import type { Filter } from '../filter/ast'
import { compileFilter } from '../filter/compile'
import { evaluateIn } from '../aggregate/expression'
import { matcher, type Match } from '../filter/match'
import { columnOf, isPlainPath, Kind } from '../disk/keys'
import { sortRows, type Order } from './sort'
import type { Sqlite } from '../disk/sqlite'
import type { Document } from './values'
import type { Work } from './work'

/** A stored document: its text as it goes to the client, parsed only when somebody looks inside. */
export class Row {
  private parsed: Document | undefined
  constructor(readonly text: string) {}
  get document(): Document {
    return (this.parsed ??= parseStored(this.text))
  }
}

export interface Selection {
  filter: Filter
  order: Order
  skip: number
  limit: number
  work: Work
}

/** The documents a query asks for. What SQL can decide exactly it decides; the rest is read and tested. */
export function select(db: Sqlite, collection: Collection, { filter, order, skip, limit, work }: Selection): Row[] {
  const where = compileFilter(filter, collection.schema)
  const orderBy = orderSql(collection, order)
  const sql = `SELECT doc FROM "${collection.table}" WHERE ${where.sql}`
  const read = (tail: string, ...more: number[]) =>
    db
      .prepare(sql + tail)
      .column(...where.values, ...more)
      .map((text) => new Row(text as string))
  if (orderBy !== undefined && where.exact) return read(`${orderBy} LIMIT ? OFFSET ?`, finite(limit), skip)
  const match = where.exact ? () => true : counting(matcher(filter, evaluateIn(work)), work)
  const page =
    orderBy !== undefined && Number.isFinite(limit) ? enough(match, skip, limit, (count) => read(`${orderBy} LIMIT ?`, count)) : undefined
  if (page) return page
  const kept = new Kept(orderBy === undefined ? order : [], skip + limit)
  db.prepare(sql + (orderBy ?? '')).each(
    (text) => {
      if (kept.full) return
      const row = new Row(text as string)
      if (match(row.document)) kept.add(row)
    },
    ...where.values,
  )
  return kept.rows().slice(skip, skip + limit)
}

const counting =
  (match: Match, work: Work): Match =>
  (document) => {
    work.spend()
    return match(document)
  }

/** The first rows by an order, without holding many more than are wanted. */
class Kept {
  private list: Row[] = []
  constructor(
    private readonly order: Order,
    private readonly wanted: number,
  ) {}

  /** No later row can be among them. */
  get full(): boolean {
    return this.order.length === 0 && this.list.length >= this.wanted
  }

  add(row: Row): void {
    this.list.push(row)
    if (this.list.length > this.wanted * 2 + 1000) this.list = this.rows()
  }

  rows(): Row[] {
    const sorted = this.order.length === 0 ? this.list : sortRows(this.list, (row) => row.document, this.order)
    return sorted.length > this.wanted ? sorted.slice(0, this.wanted) : sorted
  }
}

export function count(db: Sqlite, collection: Collection, filter: Filter, work: Work): number {
  const where = compileFilter(filter, collection.schema)
  if (where.exact) return db.prepare(`SELECT count(*) FROM "${collection.table}" WHERE ${where.sql}`).one(...where.values) as number
  const match = counting(matcher(filter, evaluateIn(work)), work)
  let total = 0
  db.prepare(`SELECT doc FROM "${collection.table}" WHERE ${where.sql}`).each(
    (text) => {
      if (match(parseStored(text as string))) total++
    },
    ...where.values,
  )
  return total
}

/** -1 is SQLite's word for no limit. */
const finite = (limit: number) => (Number.isFinite(limit) ? limit : -1)

/** Past so many candidates that did not match, all are read, one at a time. */
const MAX_AHEAD = 20_000

/**
 * Reads ever more candidates until enough of them match, so that a small page of a large table stays cheap; nothing if there
 * would be too many.
 */
function enough(match: Match, skip: number, limit: number, read: (count: number) => Row[]): Row[] | undefined {
  const wanted = skip + limit
  for (let count = Math.max(256, wanted * 2); count <= MAX_AHEAD; count *= 8) {
    const rows = read(count)
    const found = rows.filter((row) => match(row.document))
    if (found.length >= wanted || rows.length < count) return found.slice(skip, wanted)
  }
  return undefined
}

/** `ORDER BY` where SQLite is known to sort as MongoDB does, `undefined` where it is not. */
export function orderSql(collection: Collection, order: Order): string | undefined {
  if (order.length === 0) return ''
  const exact = order.every(({ path }) => path === '_id' || (isPlainPath(path) && collection.schema.kinds(path) === Kind.NONE))
  if (!exact) return undefined
  return ` ORDER BY ${order.map(({ path, direction }) => `${columnOf(path)} ${direction === -1 ? 'DESC' : 'ASC'}`).join(',')}`
}
