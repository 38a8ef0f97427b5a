import { blob, isOdd, keyOf, Kind, NULL_KEY } from '../disk/keys'
import type { Bound } from '../disk/sqlite'
import type { Value } from '../query/values'
import type { Condition, RangeOperator } from './ast'

/** SQL for a filter, `depth` brackets deep. It lets through every document that matches, and no other if `exact`. */
export interface Where {
  sql: string
  values: Bound[]
  exact: boolean
  depth: number
}

/** SQLite allows 32,766 variables; a longer list is left to the matcher. */
const MAX_LIST = 10_000

/** A condition put to one key (`key` is a column or an expression), if keys can decide or narrow it. */
export function keyCondition(key: string, condition: Condition, kinds: number | undefined): Where | undefined {
  switch (condition.op) {
    case 'eq':
      return isComparable(condition.value) ? { sql: `${key}=?`, values: [keyOf(condition.value)], exact: true, depth: 0 } : undefined
    case 'in':
      return listCondition(key, condition.values)
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return rangeCondition(key, condition.op, condition.value)
    case 'regex':
      return prefixCondition(key, condition.pattern, kinds === undefined || (kinds & Kind.OBJECT) !== 0)
    default:
      return undefined
  }
}

/** Scalars that have the same key in SQLite as in JavaScript. */
function isComparable(value: Value): boolean {
  if (typeof value === 'string' || typeof value === 'number') return !isOdd(value)
  return value === null || typeof value === 'boolean' || value instanceof Date
}

function listCondition(key: string, wanted: Value[]): Where | undefined {
  if (wanted.length === 0) return { sql: '0', values: [], exact: true, depth: 0 }
  if (wanted.length > MAX_LIST || !wanted.every(isComparable)) return undefined
  return { sql: `${key} IN (${wanted.map(() => '?').join(',')})`, values: wanted.map(keyOf), exact: true, depth: 0 }
}

/** Where the keys of a type begin and end, so that a range never strays into another type. */
const BOUNDS: Record<string, [from: Bound, to: Bound]> = {
  number: [NULL_KEY, ''],
  string: ['', blob('')],
  boolean: [blob('B'), blob('C')],
  date: [blob('D'), blob('E')],
}

function rangeCondition(key: string, op: RangeOperator, limit: Value): Where | undefined {
  if (!isComparable(limit)) return undefined
  if (limit === null)
    return op === 'gte' || op === 'lte'
      ? { sql: `${key}=?`, values: [NULL_KEY], exact: true, depth: 0 }
      : { sql: '0', values: [], exact: true, depth: 0 }
  const bounds = BOUNDS[limit instanceof Date ? 'date' : typeof limit]
  if (!bounds) return undefined
  const at = keyOf(limit)
  switch (op) {
    case 'gt':
      return { sql: `${key}>? AND ${key}<?`, values: [at, bounds[1]], exact: true, depth: 0 }
    case 'gte':
      return { sql: `${key}>=? AND ${key}<?`, values: [at, bounds[1]], exact: true, depth: 0 }
    // The lowest number is the null key itself, which a number is never equal to.
    case 'lt':
      return { sql: `${key}${typeof limit === 'number' ? '>' : '>='}? AND ${key}<?`, values: [bounds[0], at], exact: true, depth: 0 }
    case 'lte':
      return { sql: `${key}${typeof limit === 'number' ? '>' : '>='}? AND ${key}<=?`, values: [bounds[0], at], exact: true, depth: 0 }
  }
}

/** `/^330328/` narrows to a range; every other expression to strings that the matcher then reads. */
function prefixCondition(key: string, pattern: RegExp, objects: boolean): Where | undefined {
  const prefix = pattern.flags === '' ? /^\^([\p{L}\p{N} _:/@#,-]+)/u.exec(pattern.source) : null
  if (!prefix?.[1] || pattern.source.includes('|')) return undefined
  const letters = [...prefix[1]]
  // A quantifier after the prefix may take back its last letter.
  if (/^[*?{]/.test(pattern.source.slice(prefix[0].length))) letters.pop()
  const last = letters.pop()
  if (!last) return undefined
  const next = String.fromCodePoint((last.codePointAt(0) as number) + 1)
  const range = `${key}>=? AND ${key}<?`
  // A stored regular expression, which also matches itself, is among the objects.
  return {
    sql: objects ? `(${range}) OR (${key}>=x'41' AND ${key}<x'42')` : range,
    values: [letters.join('') + last, letters.join('') + next],
    exact: false,
    depth: 2,
  }
}
