import { makeRegExp } from '../door/ejson'
import { badRequest } from '../door/errors'
import { isDocument, type Document, type Value } from '../query/values'
import type { Condition, Filter, RangeOperator } from './ast'

/** How a query on the parts of an element is read: the whole language again, which the caller knows. */
type Read = (query: Value) => Filter

/** Whether an object is conditions (`{ $gt: 1 }`) rather than a value to compare with. */
export function isOperatorObject(value: Value): value is Document {
  if (!isDocument(value)) return false
  const first = Object.keys(value)[0]
  return first !== undefined && first.startsWith('$')
}

/** The conditions that a query puts on one field; a plain value means equality. */
export function parseConditions(value: Value, inside: Read): Condition[] {
  if (value instanceof RegExp) return [{ op: 'regex', pattern: value }]
  if (!isOperatorObject(value)) return [{ op: 'eq', value }]
  if ('$options' in value && !('$regex' in value)) throw badRequest('$options needs a $regex')
  return Object.keys(value)
    .filter((key) => key !== '$options')
    .map((key) => parseOperator(key, value[key] as Value, value, inside))
}

function parseOperator(key: string, value: Value, siblings: Document, inside: Read): Condition {
  switch (key) {
    case '$eq':
      return { op: 'eq', value }
    case '$ne':
      return not(value instanceof RegExp ? refuse("Can't have regex as arg to $ne.") : { op: 'eq', value })
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return {
        op: key.slice(1) as RangeOperator,
        value: value instanceof RegExp ? refuse(`Can't have RegEx as arg to predicate ${key}`) : value,
      }
    case '$in':
      return { op: 'in', values: listOf(key, value) }
    case '$nin':
      return not({ op: 'in', values: listOf(key, value) })
    case '$exists':
      return value === false || value === 0 || value === null ? not({ op: 'exists' }) : { op: 'exists' }
    case '$regex':
      return { op: 'regex', pattern: parseRegex(value, siblings.$options) }
    case '$size':
      return { op: 'size', size: wholeNumber(key, value) }
    case '$mod':
      return parseMod(value)
    case '$type':
      return { op: 'type', types: (Array.isArray(value) ? value : [value]).map(typeName) }
    case '$all':
      return parseAll(value, inside)
    case '$elemMatch':
      return parseElemMatch(value, inside)
    case '$not':
      return parseNot(value, inside)
  }
  throw badRequest(`unknown query operator ${key}`)
}

const not = (condition: Condition): Condition => ({ op: 'not', of: [condition] })

function refuse(message: string): never {
  throw badRequest(message)
}

const listOf = (key: string, value: Value): Value[] => (Array.isArray(value) ? value : refuse(`${key} needs an array`))

function wholeNumber(key: string, value: Value): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw badRequest(`${key} needs a whole number, not below 0`)
  return value
}

function parseRegex(value: Value, options: Value | undefined): RegExp {
  if (options !== undefined && typeof options !== 'string') throw badRequest('$options has to be a string')
  if (value instanceof RegExp) return makeRegExp(value.source, options ?? value.flags)
  if (typeof value !== 'string') throw badRequest('$regex has to be a string')
  return makeRegExp(value, options ?? '')
}

function parseMod(value: Value): Condition {
  const [divisor, remainder] =
    Array.isArray(value) && value.length === 2 ? value : refuse('malformed mod, needs to be [divisor, remainder]')
  if (typeof divisor !== 'number' || typeof remainder !== 'number') throw badRequest('malformed mod, needs two numbers')
  if (Math.trunc(divisor) === 0) throw badRequest('divisor cannot be 0')
  return { op: 'mod', divisor: Math.trunc(divisor), remainder: Math.trunc(remainder) }
}

const TYPE_NAMES: Record<string, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
}
const KNOWN_TYPES = new Set([...Object.values(TYPE_NAMES), 'number'])

function typeName(value: Value): string {
  const name = typeof value === 'number' ? TYPE_NAMES[value] : value
  if (typeof name !== 'string' || !KNOWN_TYPES.has(name)) throw badRequest(`unknown type name alias: ${String(value)}`)
  return name
}

function parseAll(value: Value, inside: Read): Condition {
  const of = listOf('$all', value).map((item): Condition => {
    if (item instanceof RegExp) return { op: 'regex', pattern: item }
    if (!isOperatorObject(item)) return { op: 'eq', value: item }
    const keys = Object.keys(item)
    if (keys.length !== 1 || keys[0] !== '$elemMatch') throw badRequest(`no ${keys[0]} expressions in $all`)
    return parseElemMatch(item.$elemMatch as Value, inside)
  })
  // `$all: []` matches nothing, which is also what `$in: []` does.
  return of.length > 0 ? { op: 'all', of } : { op: 'in', values: [] }
}

const LOGICAL = new Set(['$and', '$or', '$nor', '$expr', '$jsonSchema'])

function parseElemMatch(value: Value, inside: Read): Condition {
  if (!isDocument(value)) throw badRequest('$elemMatch needs an Object')
  const first = Object.keys(value)[0]
  if (first?.startsWith('$') && !LOGICAL.has(first)) return { op: 'elemMatchValue', of: parseConditions(value, inside) }
  return { op: 'elemMatchObject', filter: inside(value) }
}

function parseNot(value: Value, inside: Read): Condition {
  if (value instanceof RegExp) return not({ op: 'regex', pattern: value })
  if (!isOperatorObject(value)) throw badRequest('$not needs a regex or a document')
  return { op: 'not', of: parseConditions(value, inside) }
}
