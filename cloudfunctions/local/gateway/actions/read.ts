import type { Collection } from '../disk/collection'
import { parseWire, stringify } from '../door/ejson'
import { badParam } from '../door/errors'
import type { Filter } from '../filter/ast'
import { parseProjection } from '../query/projection'
import { isLight } from '../readers/light'
import { inReader } from '../readers/route'
import { Row, type Selection } from '../query/select'
import { DirectSession, type Session } from '../door/session'
import { parseOrder } from '../query/sort'
import type { Body } from './body'
import { queryOf, readingSession, workOf, type ReadAction } from './context'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

/** `doc().get()` and `where().get()`. */
export const getDocument: ReadAction = (body, on) => {
  const collection = on.tables.get(body.collectionName)
  const { limit, offset } = page(body)
  const filter = queryOf(body, on)
  const order = body.order === undefined ? [] : parseOrder(parseWire(body.order, on.clock()))
  const project = body.projection === undefined ? undefined : parseProjection(parseWire(body.projection, on.clock()))
  const selection: Selection = { filter, order, skip: offset, limit, work: workOf(on) }
  const here = () => {
    const rows = find(collection, selection, readingSession(body, on))
    return { data: { list: rows.map((row) => (project ? stringify(project(row.document)) : row.text)), limit, offset } }
  }
  return body.transactionId !== undefined || !on.readers || isLight(on.db, collection, selection) ? here() : inReader(body, on, here)
}

/** `where().count()`. */
export const calculateDocument: ReadAction = (body, on) => {
  const collection = on.tables.get(body.collectionName)
  const [filter, work] = [queryOf(body, on), workOf(on)]
  const here = () => ({ data: { total: new DirectSession(on.db, on.transactions).count(collection, filter, work) } })
  return !on.readers || isLight(on.db, collection, { filter, order: [], skip: 0, limit: Infinity }) ? here() : inReader(body, on, here)
}

/** The ids of documents that match, for a write that has to look at many: `limit` of them, or all. */
export const matchingIds: ReadAction = (body, on) => {
  const rows = new DirectSession(on.db, on.transactions).select(on.tables.get(body.collectionName), {
    filter: queryOf(body, on),
    order: [],
    skip: 0,
    limit: typeof body.limit === 'number' ? body.limit : Infinity,
    work: workOf(on),
  })
  return { data: rows.map((row) => row.document._id) }
}

/** A point read by `_id` goes straight to the row; everything else through the compiler. */
function find(collection: Collection, selection: Selection, session: Session): Row[] {
  const id = pointRead(selection.filter)
  if (id === undefined || selection.skip > 0) return session.select(collection, selection)
  const text = session.read(collection, id)
  return text === undefined ? [] : [new Row(text)]
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
