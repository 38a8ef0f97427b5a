import type { Visit } from '../query/paths'
import { compareValues, equalValues, isDocument, typeRank, type Value } from '../query/values'
import type { Condition, RangeOperator } from './ast'
import { linearTest } from './regex'

type Leaf = Exclude<Condition, { op: 'all' | 'not' | 'elemMatchValue' | 'elemMatchObject' }>

/** The test that one operator makes of one value; `undefined` is a missing field. */
export function elementTest(condition: Leaf): Visit {
  switch (condition.op) {
    case 'eq':
      return equalTo(condition.value)
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return inRange(condition.op, condition.value)
    case 'in':
      return oneOf(condition.values)
    case 'regex':
      return matches(condition.pattern)
    case 'exists':
      return (value) => value !== undefined
    case 'size':
      return (value) => Array.isArray(value) && value.length === condition.size
    case 'mod':
      return (value) =>
        typeof value === 'number' && Number.isFinite(value) && (Math.trunc(value) % condition.divisor) - condition.remainder === 0
    case 'type':
      return (value) => condition.types.some((type) => isOfType(type, value))
  }
}

const isMissing: Visit = (value) => value === undefined || value === null

function equalTo(wanted: Value): Visit {
  if (wanted === null) return isMissing
  if (typeof wanted === 'string' || typeof wanted === 'boolean') return (value) => value === wanted
  return (value) => equalValues(value, wanted)
}

/** Only values of the same type compare; null compares equal to null and to a missing field. */
function inRange(op: RangeOperator, limit: Value): Visit {
  if (limit === null) return op === 'gte' || op === 'lte' ? isMissing : () => false
  const rank = typeRank(limit)
  const holds = HOLDS[op]
  return (value) => {
    if (typeRank(value) !== rank) return false
    // NaN is neither above nor below any number; it only equals itself.
    if (Number.isNaN(value) || Number.isNaN(limit)) return Object.is(value, limit) && holds(0)
    return holds(compareValues(value, limit))
  }
}

const HOLDS: Record<RangeOperator, (order: number) => boolean> = {
  gt: (order) => order > 0,
  gte: (order) => order >= 0,
  lt: (order) => order < 0,
  lte: (order) => order <= 0,
}

/** Strings and numbers, of which there may be many thousands, are looked up; the rest is tried one after the other. */
function oneOf(wanted: Value[]): Visit {
  const isPlain = (value: Value | undefined): value is string | number => typeof value === 'string' || typeof value === 'number'
  const plain = new Set(wanted.filter(isPlain))
  const others = wanted.filter((value) => !isPlain(value)).map((value) => (value instanceof RegExp ? matches(value) : equalTo(value)))
  return (value) => (isPlain(value) && plain.has(value)) || others.some((test) => test(value))
}

function matches(pattern: RegExp): Visit {
  const test = linearTest(pattern)
  return (value) => (typeof value === 'string' ? test(value) : value instanceof RegExp && equalValues(value, pattern))
}

function isOfType(type: string, value: Value | undefined): boolean {
  switch (type) {
    case 'number':
      return typeof value === 'number'
    case 'int':
      return Number.isInteger(value) && Math.abs(value as number) <= 0x7fffffff
    case 'long':
      return Number.isInteger(value) && Math.abs(value as number) > 0x7fffffff
    case 'double':
      return typeof value === 'number' && !Number.isInteger(value)
    case 'string':
      return typeof value === 'string'
    case 'bool':
      return typeof value === 'boolean'
    case 'array':
      return Array.isArray(value)
    case 'date':
      return value instanceof Date
    case 'null':
      return value === null
    case 'regex':
      return value instanceof RegExp
    default:
      return isDocument(value)
  }
}

export { isOfType }
