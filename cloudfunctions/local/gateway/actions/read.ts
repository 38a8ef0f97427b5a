import type { Collection } from '../collection'
import { parseWire, stringify } from '../ejson'
import { badParam } from '../errors'
import type { Filter } from '../filter/ast'
import { parseProjection } from '../projection'
import { Row } from '../select'
import { DirectSession, type Session } from '../session'
import { parseOrder } from '../sort'
import { queryOf, readingSession, type Action, type Body, type Context } from './context'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

/** `doc().get()` and `where().get()`. */
export const getDocument: Action = (body, on) => {
  const collection = on.tables.get(body.collectionName)
  const { limit, offset } = page(body)
  const rows = find(collection, queryOf(body, on), readingSession(body, on), body, on)
  const project = body.projection === undefined ? undefined : parseProjection(parseWire(body.projection, on.clock()))
  const list = rows.map((row) => (project ? stringify(project(row.document)) : row.text))
  return { data: { list, limit, offset } }
}

/** `where().count()`. */
export const calculateDocument: Action = (body, on) => {
  const collection = on.tables.get(body.collectionName)
  return { data: { total: new DirectSession(on.db, on.transactions).count(collection, queryOf(body, on), on.evaluate) } }
}

/** A point read by `_id` goes straight to the row; everything else through the compiler. */
function find(collection: Collection, filter: Filter, session: Session, body: Body, on: Context): Row[] {
  const { limit, offset } = page(body)
  const id = pointRead(filter)
  if (id !== undefined && offset === 0) {
    const text = session.read(collection, id)
    return text === undefined ? [] : [new Row(text)]
  }
  const order = body.order === undefined ? [] : parseOrder(parseWire(body.order, on.clock()))
  return session.select(collection, { filter, order, skip: offset, limit, evaluate: on.evaluate })
}

/** The `_id` when the filter asks for nothing else. */
export function pointRead(filter: Filter): string | number | undefined {
  if (filter.kind !== 'field' || filter.path !== '_id' || filter.condition.op !== 'eq') return undefined
  const { value } = filter.condition
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}

function page(body: Body): { limit: number; offset: number } {
  const limit = wholeNumber('limit', body.limit) ?? DEFAULT_LIMIT
  return { limit: limit === 0 ? MAX_LIMIT : Math.min(limit, MAX_LIMIT), offset: wholeNumber('offset', body.offset) ?? 0 }
}

function wholeNumber(name: string, value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw badParam(`${name} must be a whole number, not below 0`)
  return value
}
