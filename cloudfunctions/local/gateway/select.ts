import type { Collection } from './collection'
import { parseStored } from './ejson'
import type { Filter } from './filter/ast'
import { compileFilter } from './filter/compile'
import { matcher, type Evaluate, type Match } from './filter/match'
import { columnOf, isPlainPath, Kind } from './keys'
import { sortRows, type Order } from './sort'
import type { Sqlite } from './sqlite'
import type { Document } from './values'

/** A stored document: its text as it goes to the client, parsed only when somebody looks inside. */
export class Row {
  private parsed: Document | undefined
  constructor(readonly text: string) {}
  get document(): Document {
    return (this.parsed ??= parseStored(this.text))
  }
}

export interface Selection { filter: Filter; order: Order; skip: number; limit: number; evaluate?: Evaluate }

/** The documents a query asks for. What SQL can decide exactly it decides; the rest is read and tested. */
export function select(db: Sqlite, collection: Collection, { filter, order, skip, limit, evaluate }: Selection): Row[] {
  const where = compileFilter(filter, collection.schema)
  const orderBy = orderSql(collection, order)
  const sql = `SELECT doc FROM "${collection.table}" WHERE ${where.sql}`
  const read = (tail: string, ...more: number[]) => db.prepare(sql + tail).column(...where.values, ...more).map((text) => new Row(text as string))
  if (orderBy !== undefined && where.exact) return read(`${orderBy} LIMIT ? OFFSET ?`, finite(limit), skip)
  const match = where.exact ? () => true : matcher(filter, evaluate)
  if (orderBy !== undefined) return enough(match, skip, limit, (count) => read(`${orderBy} LIMIT ?`, count))
  const rows = read('').filter((row) => match(row.document))
  return sortRows(rows, (row) => row.document, order).slice(skip, skip + limit)
}

export function count(db: Sqlite, collection: Collection, filter: Filter, evaluate?: Evaluate): number {
  const where = compileFilter(filter, collection.schema)
  if (where.exact) return db.prepare(`SELECT count(*) FROM "${collection.table}" WHERE ${where.sql}`).one(...where.values) as number
  return select(db, collection, { filter, order: [], skip: 0, limit: Infinity, evaluate }).length
}

/** -1 is SQLite's word for no limit. */
const finite = (limit: number) => (Number.isFinite(limit) ? limit : -1)

/** Reads ever more candidates until enough of them match, so that a small page of a large table stays cheap. */
function enough(match: Match, skip: number, limit: number, read: (count: number) => Row[]): Row[] {
  const wanted = skip + limit
  for (let count = Number.isFinite(wanted) ? Math.max(256, wanted * 2) : -1; ; count *= 8) {
    const rows = read(count)
    const found = rows.filter((row) => match(row.document))
    if (found.length >= wanted || count < 0 || rows.length < count) return found.slice(skip, wanted)
  }
}

/** `ORDER BY` where SQLite is known to sort as MongoDB does, `undefined` where it is not. */
function orderSql(collection: Collection, order: Order): string | undefined {
  if (order.length === 0) return ''
  const exact = order.every(({ path }) => path === '_id' || (isPlainPath(path) && collection.schema.kinds(path) === Kind.NONE))
  if (!exact) return undefined
  return ` ORDER BY ${order.map(({ path, direction }) => `${columnOf(path)} ${direction === -1 ? 'DESC' : 'ASC'}`).join(',')}`
}

