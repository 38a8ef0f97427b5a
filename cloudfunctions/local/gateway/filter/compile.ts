import { blob, isOdd, isPlainPath, jsonPath, keyOf, keySql, Kind, NULL_KEY } from '../keys'
import type { Bound } from '../sqlite'
import type { Value } from '../values'
import type { Condition, Filter, RangeOperator } from './ast'

/** SQL for a filter. It lets through every document that matches, and no other if `exact`. */
export interface Where { sql: string; values: Bound[]; exact: boolean }

/** What the compiler must know of a collection to be exact or to use a side table. */
export interface Schema {
  /** Kinds ever held at a path with a scalar index; `undefined` when nothing is known. */
  kinds(path: string): number | undefined
  /** The side table of a multikey index that begins with this path, and the kinds of its elements. */
  elements(path: string): { table: string; kinds: number } | undefined
}

const ALL: Where = { sql: '1', values: [], exact: true }
const UNDECIDED: Where = { sql: '1', values: [], exact: false }
/** SQLite allows 32,766 variables; a longer list is left to the matcher. */
const MAX_LIST = 10_000

/** Translates what SQL can decide and lets everything else through for the matcher. */
export function compileFilter(filter: Filter, schema: Schema): Where {
  switch (filter.kind) {
    case 'and': return conjunction(filter.of.map((part) => compileFilter(part, schema)))
    case 'or': return disjunction(filter.of.map((part) => compileFilter(part, schema)))
    case 'nor': return negation(disjunction(filter.of.map((part) => compileFilter(part, schema))))
    case 'field': return isPlainPath(filter.path) ? compileField(filter.path, filter.condition, schema) : UNDECIDED
    default: return UNDECIDED
  }
}

function conjunction(parts: Where[]): Where {
  const exact = parts.every((part) => part.exact)
  const useful = parts.filter((part) => part.sql !== '1')
  if (useful.length === 0) return exact ? ALL : UNDECIDED
  return { sql: useful.map((part) => `(${part.sql})`).join(' AND '), values: useful.flatMap((part) => part.values), exact }
}

function disjunction(parts: Where[]): Where {
  if (parts.some((part) => part.sql === '1')) return parts.some((part) => part.sql === '1' && part.exact) ? ALL : UNDECIDED
  return { sql: parts.map((part) => `(${part.sql})`).join(' OR '), values: parts.flatMap((part) => part.values), exact: parts.every((part) => part.exact) }
}

/** The opposite of a superset may miss documents, so only an exact part can be negated. */
const negation = (part: Where): Where => (part.exact ? { ...part, sql: `NOT (${part.sql})` } : UNDECIDED)

function compileField(path: string, condition: Condition, schema: Schema): Where {
  switch (condition.op) {
    case 'all': return conjunction(condition.of.map((part) => compileField(path, part, schema)))
    case 'not': return negation(conjunction(condition.of.map((part) => compileField(path, part, schema))))
    case 'elemMatchObject': return { ...compileInside(path, condition.filter, schema), exact: false }
    case 'elemMatchValue': return { ...conjunction(condition.of.filter(isPositive).map((part) => compileField(path, part, schema))), exact: false }
  }
  if (path === '_id') return keyCondition('id', condition, Kind.NONE) ?? UNDECIDED
  const elements = schema.elements(path)
  if (elements && !(elements.kinds & Kind.ODD)) {
    const inside = elementCondition(condition, elements.kinds)
    if (inside) return { sql: `id IN (SELECT id FROM ${elements.table} WHERE ${inside.sql})`, values: inside.values, exact: inside.exact }
  }
  return scalarField(path, condition, schema.kinds(path))
}

/** `{ a: { $elemMatch: { b: … } } }` implies the same of `a.b`, but only for conditions that assert something. */
function compileInside(path: string, filter: Filter, schema: Schema): Where {
  if (filter.kind === 'and') return conjunction(filter.of.map((part) => compileInside(path, part, schema)))
  if (filter.kind !== 'field' || !isPositive(filter.condition) || !isPlainPath(filter.path)) return UNDECIDED
  return compileField(`${path}.${filter.path}`, filter.condition, schema)
}

const isPositive = (condition: Condition) => ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'regex'].includes(condition.op)

/** Without a known absence of arrays, any array on the way is let through. */
function scalarField(path: string, condition: Condition, kinds: number | undefined): Where {
  if (kinds !== undefined && kinds & Kind.ODD) return UNDECIDED
  const direct = condition.op === 'exists'
    ? { sql: `json_type(doc,${jsonPath(path)}) IS NOT NULL`, values: [], exact: true }
    : keyCondition(keySql(path), condition, kinds)
  if (!direct) return UNDECIDED
  if (kinds !== undefined && !(kinds & Kind.ARRAY)) return direct
  const parts = path.split('.')
  const arrays = parts.map((_, i) => `json_type(doc,${jsonPath(parts.slice(0, i + 1).join('.'))})='array'`)
  return { sql: `(${direct.sql}) OR ${arrays.join(' OR ')} OR ${ODD_TEXT}`, values: direct.values, exact: false }
}

/** A document that may hold a value SQLite reads differently: escaped characters, NaN, infinity. */
const ODD_TEXT = `instr(doc,'\\u') OR instr(doc,'$numberDouble')`

/** Null is not asked of a side table: a document without elements has no row in it. */
function elementCondition(condition: Condition, kinds: number): Where | undefined {
  if (condition.op === 'eq' && condition.value === null) return undefined
  if (condition.op === 'in' && condition.values.includes(null)) return undefined
  if ('value' in condition && condition.value === null) return undefined
  return keyCondition('k0', condition, kinds)
}

function keyCondition(key: string, condition: Condition, kinds: number | undefined): Where | undefined {
  switch (condition.op) {
    case 'eq': return isComparable(condition.value) ? { sql: `${key}=?`, values: [keyOf(condition.value)], exact: true } : undefined
    case 'in': return listCondition(key, condition.values)
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte': return rangeCondition(key, condition.op, condition.value)
    case 'regex': return prefixCondition(key, condition.pattern, kinds === undefined || (kinds & Kind.OBJECT) !== 0)
    default: return undefined
  }
}

/** Scalars that have the same key in SQLite as in JavaScript. */
function isComparable(value: Value): boolean {
  if (typeof value === 'string' || typeof value === 'number') return !isOdd(value)
  return value === null || typeof value === 'boolean' || value instanceof Date
}

function listCondition(key: string, wanted: Value[]): Where | undefined {
  if (wanted.length === 0) return { sql: '0', values: [], exact: true }
  if (wanted.length > MAX_LIST || !wanted.every(isComparable)) return undefined
  return { sql: `${key} IN (${wanted.map(() => '?').join(',')})`, values: wanted.map(keyOf), exact: true }
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
  if (limit === null) return op === 'gte' || op === 'lte' ? { sql: `${key}=?`, values: [NULL_KEY], exact: true } : { sql: '0', values: [], exact: true }
  const bounds = BOUNDS[limit instanceof Date ? 'date' : typeof limit]
  if (!bounds) return undefined
  const at = keyOf(limit)
  switch (op) {
    case 'gt': return { sql: `${key}>? AND ${key}<?`, values: [at, bounds[1]], exact: true }
    case 'gte': return { sql: `${key}>=? AND ${key}<?`, values: [at, bounds[1]], exact: true }
    // The lowest number is the null key itself, which a number is never equal to.
    case 'lt': return { sql: `${key}${typeof limit === 'number' ? '>' : '>='}? AND ${key}<?`, values: [bounds[0], at], exact: true }
    case 'lte': return { sql: `${key}${typeof limit === 'number' ? '>' : '>='}? AND ${key}<=?`, values: [bounds[0], at], exact: true }
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
  return { sql: objects ? `(${range}) OR (${key}>=x'41' AND ${key}<x'42')` : range, values: [letters.join('') + last, letters.join('') + next], exact: false }
}
