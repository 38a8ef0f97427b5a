import { isPlainPath, jsonPath, keySql, Kind } from '../disk/keys'
import type { Condition, Filter } from './ast'
import { keyCondition, type Where } from './key-condition'

/** What the compiler must know of a collection to be exact or to use a side table. */
export interface Schema {
  /** Kinds ever held at a path with a scalar index; `undefined` when nothing is known. */
  kinds(path: string): number | undefined
  /** The side table of a multikey index that begins with this path, and the kinds of its elements. */
  elements(path: string): { table: string; kinds: number } | undefined
}

const ALL: Where = { sql: '1', values: [], exact: true, depth: 0 }
const UNDECIDED: Where = { sql: '1', values: [], exact: false, depth: 0 }

/** Translates what SQL can decide and lets everything else through for the matcher. */
export function compileFilter(filter: Filter, schema: Schema): Where {
  switch (filter.kind) {
    case 'and':
      return conjunction(filter.of.map((part) => compileFilter(part, schema)))
    case 'or':
      return compileFilterOr(filter.of, schema)
    case 'nor':
      return negation(compileFilterOr(filter.of, schema))
    case 'field':
      return isPlainPath(filter.path) ? compileField(filter.path, filter.condition, schema) : UNDECIDED
    default:
      return UNDECIDED
  }
}

/** Many equalities of one field are one list, which an index answers at once. */
function compileFilterOr(parts: Filter[], schema: Schema): Where {
  const path = parts[0]?.kind === 'field' ? parts[0].path : undefined
  const values = parts.flatMap((part) =>
    part.kind === 'field' && part.path === path && part.condition.op === 'eq' ? [part.condition.value] : [],
  )
  if (path !== undefined && values.length === parts.length)
    return compileFilter({ kind: 'field', path, condition: { op: 'in', values } }, schema)
  return disjunction(parts.map((part) => compileFilter(part, schema)))
}

function conjunction(parts: Where[]): Where {
  const exact = parts.every((part) => part.exact)
  const useful = parts.filter((part) => part.sql !== '1')
  if (useful.length === 0) return exact ? ALL : UNDECIDED
  const joined = join(useful, ' AND ')
  if (joined) return { ...joined, exact }
  // Part of a conjunction is still a superset: the shallow parts that fit together narrow it, the matcher does the rest.
  const simple = useful.filter((part) => part.depth <= 2).slice(0, 100)
  return { ...(simple.length > 0 ? (join(simple, ' AND ') ?? UNDECIDED) : UNDECIDED), exact: false }
}

/**
 * SQLite's parser holds about thirty open brackets, its expressions a thousand levels, a statement 32,766 variables and a
 * million characters.
 */
const MAX_DEPTH = 20
const MAX_VALUES = 20_000
const MAX_SQL = 300_000

/** The parts with AND or OR between them, paired like a tree so that many of them are not deep; nothing if SQLite could not take it. */
function join(parts: Where[], operator: string): Where | undefined {
  const [first, second] = parts
  if (!first) return undefined
  if (parts.reduce((sum, part) => sum + part.values.length, 0) > MAX_VALUES) return undefined
  if (!second) return first
  const middle = parts.length >> 1
  const left = join(parts.slice(0, middle), operator)
  const right = join(parts.slice(middle), operator)
  if (!left || !right) return undefined
  const depth = Math.max(left.depth, right.depth) + 1
  return depth > MAX_DEPTH || left.sql.length + right.sql.length > MAX_SQL
    ? undefined
    : { sql: `(${left.sql})${operator}(${right.sql})`, values: [...left.values, ...right.values], exact: left.exact && right.exact, depth }
}

function disjunction(parts: Where[]): Where {
  if (parts.some((part) => part.sql === '1')) return parts.some((part) => part.sql === '1' && part.exact) ? ALL : UNDECIDED
  return join(parts, ' OR ') ?? UNDECIDED
}

/** The opposite of a superset may miss documents, so only an exact part can be negated. */
const negation = (part: Where): Where =>
  part.exact && part.depth < MAX_DEPTH ? { ...part, sql: `NOT (${part.sql})`, depth: part.depth + 1 } : UNDECIDED

function compileField(path: string, condition: Condition, schema: Schema): Where {
  switch (condition.op) {
    case 'all':
      return conjunction(condition.of.map((part) => compileField(path, part, schema)))
    case 'not':
      return negation(conjunction(condition.of.map((part) => compileField(path, part, schema))))
    case 'elemMatchObject':
      return { ...compileInside(path, condition.filter, schema), exact: false }
    case 'elemMatchValue':
      return { ...conjunction(condition.of.filter(isPositive).map((part) => compileField(path, part, schema))), exact: false }
  }
  if (path === '_id') return keyCondition('id', condition, Kind.NONE) ?? UNDECIDED
  const elements = schema.elements(path)
  if (elements && !(elements.kinds & Kind.ODD)) {
    const inside = elementCondition(condition, elements.kinds)
    if (inside)
      return { sql: `id IN (SELECT id FROM ${elements.table} WHERE ${inside.sql})`, values: inside.values, exact: inside.exact, depth: 2 }
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
  const direct =
    condition.op === 'exists'
      ? { sql: `json_type(doc,${jsonPath(path)}) IS NOT NULL`, values: [], exact: true, depth: 0 }
      : keyCondition(keySql(path), condition, kinds)
  if (!direct) return UNDECIDED
  if (kinds !== undefined && !(kinds & Kind.ARRAY)) return direct
  const parts = path.split('.')
  if (parts.length > 10) return UNDECIDED
  const arrays = parts.map((_, i) => `json_type(doc,${jsonPath(parts.slice(0, i + 1).join('.'))})='array'`)
  return { sql: `(${direct.sql}) OR ${arrays.join(' OR ')} OR ${ODD_TEXT}`, values: direct.values, exact: false, depth: 2 }
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
