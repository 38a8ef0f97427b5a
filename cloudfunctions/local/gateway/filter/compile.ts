import { isPlainPath, jsonPath, keySql, Kind } from '../keys'
import type { Bound } from '../sqlite'
import type { Condition, Filter } from './ast'
import { keyCondition } from './key-condition'

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
