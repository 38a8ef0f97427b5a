import { valuesAtPath } from '../query/paths'
import { stringify } from '../door/ejson'
import type { Bound } from './sqlite'
import { isDocument, type Document, type Value } from '../query/values'

/**
 * An index key is one SQLite value that sorts as MongoDB sorts: missing and null lowest, then numbers,
 * strings, and as blobs `A…` (objects and arrays, for equality only), `B…` (booleans), `D…` (dates).
 * `keyOf` and `keySql` must agree, since one writes what the other finds.
 */
export const NULL_KEY = -Infinity
const EPOCH_SHIFT = 8_640_000_000_000_000

export const blob = (text: string) => Buffer.from(text)

export function keyOf(value: Value | undefined): Bound {
  if (value === undefined || value === null) return NULL_KEY
  if (typeof value === 'string' || Number.isFinite(value)) return value as string | number
  if (typeof value === 'boolean') return blob(value ? 'B1' : 'B0')
  if (value instanceof Date) return blob(`D${String(value.getTime() + EPOCH_SHIFT).padStart(17, '0')}`)
  return blob(`A${stringify(value)}`)
}

/** The same key, computed by SQLite from the stored document. */
export function keySql(path: string): string {
  const at = jsonPath(path)
  const date = jsonPath(`${path}.$date`)
  return (
    `CASE json_type(doc,${at}) WHEN 'text' THEN json_extract(doc,${at}) WHEN 'integer' THEN json_extract(doc,${at}) WHEN 'real' THEN json_extract(doc,${at})` +
    ` WHEN 'true' THEN x'4231' WHEN 'false' THEN x'4230'` +
    ` WHEN 'object' THEN CASE json_type(doc,${date}) WHEN 'integer' THEN CAST('D'||printf('%017d',json_extract(doc,${date})+${EPOCH_SHIFT}) AS BLOB) ELSE CAST('A'||json_extract(doc,${at}) AS BLOB) END` +
    ` WHEN 'array' THEN CAST('A'||json_extract(doc,${at}) AS BLOB) ELSE -1e999 END`
  )
}

/** What to compare or order by: the id has a column, every other field an expression. */
export const columnOf = (path: string) => (path === '_id' ? 'id' : keySql(path))

/** Whether SQLite can reach the path: array indexes and odd names are left to the matcher. */
export const isPlainPath = (path: string) => /^[\p{L}_][\p{L}\p{N}_-]*(\.[\p{L}_][\p{L}\p{N}_-]*)*$/u.test(path)

/** A path as a quoted SQL literal; only for plain paths, so nothing in it can end the literal. */
export const jsonPath = (path: string) =>
  `'$${path
    .split('.')
    .map((part) => `."${part}"`)
    .join('')}'`

/** Which kinds of value a path has ever held, as bits. As long as it holds no array, SQL decides exactly. */
export const Kind = { NONE: 0, ARRAY: 1, OBJECT: 2, ODD: 4 } as const

/** The kinds found in one document at one path. */
export function kindsAt(document: Document, parts: readonly string[]): number {
  let value: Value | undefined = document
  for (const part of parts) {
    if (Array.isArray(value)) return Kind.ARRAY
    if (!isDocument(value)) return 0
    value = Object.hasOwn(value, part) ? value[part] : undefined
  }
  return kindOf(value)
}

/** The kinds found among the elements at a path through arrays. */
export const elementKinds = (document: Document, parts: readonly string[]): number =>
  valuesAtPath(document, parts).reduce<number>((kinds, value) => kinds | kindOf(value), 0)

function kindOf(value: Value | undefined): number {
  if (Array.isArray(value)) return Kind.ARRAY
  if (value === null || value === undefined || value instanceof Date || typeof value === 'boolean') return 0
  if (typeof value === 'object') return Kind.OBJECT
  return isOdd(value) ? Kind.ODD : 0
}

/** Values that SQLite does not hold as JavaScript does: U+0000, half surrogates, and numbers beyond 2^53. */
export function isOdd(value: string | number): boolean {
  if (typeof value === 'number') return !Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER
  return ODD_TEXT.test(value)
}

const ODD_TEXT = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
