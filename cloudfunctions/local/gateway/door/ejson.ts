import { badRequest } from './errors'
import { isDocument, type Document, type Value } from '../query/values'

/**
 * Two encodings meet here. From the wire comes canonical Extended JSON (`{"$numberInt":"1"}`); on disk
 * and in replies numbers are plain, dates are `{"$date":ms}`, and ObjectIds are their 24 hex digits,
 * which the SDK reads back as they went in.
 */

/** Reads a wire string, e.g. a query or a document. `now` (ms) replaces `db.serverDate()`. */
export function parseWire(text: unknown, now: number): Value {
  if (typeof text !== 'string') throw badRequest('expected a string of extended JSON')
  let plain: unknown
  try {
    plain = JSON.parse(text)
  } catch {
    throw badRequest('malformed extended JSON')
  }
  return fromWire(plain, now, 0)
}

/** Like `parseWire`, but the outermost value must be an object. */
export function parseWireDocument(text: unknown, now: number): Document {
  const value = parseWire(text, now)
  if (!isDocument(value)) throw badRequest('expected an object')
  return value
}

/** Writes a value as it is stored and answered. */
export const stringify = (value: Value): string => JSON.stringify(toStored(value))

/** Two values have one name when MongoDB takes them for equal: the order of an object's keys counts, null is not nothing, -0 is 0. */
export const nameOf = (value: Value): string => stringify(value)

/** Reads what `stringify` wrote. */
export function parseStored(text: string): Document {
  const plain = JSON.parse(text) as Document
  return text.includes('{"$') ? (revive(plain) as Document) : plain
}

/** Objects and lists within one another. CloudBase's documents have at most 100; a query needs two for each `$and`. */
const MAX_NESTING = 400

function fromWire(value: unknown, now: number, depth: number): Value {
  if (value === null || typeof value !== 'object') return value as Value
  if (depth > MAX_NESTING) throw badRequest(`objects and lists may be nested at most ${MAX_NESTING} deep`)
  if (Array.isArray(value)) return value.map((item) => fromWire(item, now, depth + 1))
  const source = value as Record<string, unknown>
  const keys = Object.keys(source)
  if (keys.length === 1 && keys[0]?.startsWith('$')) {
    const typed = fromTyped(keys[0], source[keys[0]], now, depth)
    if (typed !== undefined) return typed
  }
  const result: Document = {}
  for (const key of keys) {
    // Assigning to it would change the object's prototype instead of storing a field.
    if (key === '__proto__') throw badRequest('a field cannot be named __proto__')
    result[key] = fromWire(source[key], now, depth + 1)
  }
  return result
}

const UNSUPPORTED = new Set([
  '$numberDecimal',
  '$timestamp',
  '$minKey',
  '$maxKey',
  '$symbol',
  '$code',
  '$undefined',
  '$dbPointer',
  '$binary',
  '$uuid',
])

function fromTyped(key: string, inner: unknown, now: number, depth: number): Value | undefined {
  switch (key) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return typeof inner === 'string' ? Number(inner) : undefined
    case '$oid':
      return typeof inner === 'string' ? inner : undefined
    case '$date':
      return toDate(inner, now, depth)
    case '$regularExpression':
      return toRegExp(inner)
    case '$tcb_server_date':
      return toServerDate(inner, now, depth)
  }
  if (UNSUPPORTED.has(key)) throw badRequest(`values of type ${key} are not supported`)
  return undefined
}

function toDate(inner: unknown, now: number, depth: number): Date {
  const ms = typeof inner === 'object' && inner !== null ? fromWire(inner, now, depth + 1) : inner
  const date = new Date(ms as number | string)
  if (Number.isNaN(date.getTime())) throw badRequest('invalid date')
  return date
}

function toServerDate(inner: unknown, now: number, depth: number): Date {
  const spec = fromWire(inner, now, depth + 1)
  const offset = isDocument(spec) ? (spec.offset ?? 0) : 0
  if (typeof offset !== 'number') throw badRequest('serverDate offset must be a number')
  return new Date(now + offset)
}

function toRegExp(inner: unknown): RegExp | undefined {
  if (typeof inner !== 'object' || inner === null || !('pattern' in inner)) return undefined
  const { pattern, options } = inner as { pattern: unknown; options?: unknown }
  return makeRegExp(String(pattern), typeof options === 'string' ? options : '')
}

/** A regular expression with MongoDB's options; JavaScript knows i, m, s and u, others are refused by name. */
export function makeRegExp(pattern: string, options: string): RegExp {
  for (const option of options) if (!'imsu'.includes(option)) throw badRequest(`unknown regular expression option ${option}`)
  try {
    return new RegExp(pattern, [...new Set(options)].sort().join(''))
  } catch {
    throw badRequest(`invalid regular expression: ${pattern}`)
  }
}

function toStored(value: Value): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Date) return { $date: value.getTime() }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (Array.isArray(value)) return value.map((item) => toStored(item ?? null))
  const result: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const item = value[key]
    if (item !== undefined) result[key] = toStored(item)
  }
  return result
}

function revive(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(value[i])
    return value
  }
  const holder = value as Record<string, unknown>
  if (typeof holder.$date === 'number') return new Date(holder.$date)
  if (typeof holder.$numberDouble === 'string') return Number(holder.$numberDouble)
  if (isDocument(holder.$regularExpression)) return toRegExp(holder.$regularExpression)
  for (const key of Object.keys(holder)) holder[key] = revive(holder[key])
  return holder
}
