import type { Collection } from '../disk/collection'
import type { Condition, Filter } from '../filter/ast'
import { compileFilter } from '../filter/compile'
import { orderSql, type Selection } from '../query/select'
import type { Sqlite } from '../disk/sqlite'

/** So many documents are looked at in a few milliseconds. */
const FEW = 2000

/**
 * Whether a selection is sure to be answered within a few milliseconds, so that it may hold the thread:
 * the collection is small, a page is read along an index, or an index narrows it to few documents.
 */
export function isLight(
  db: Sqlite,
  collection: Collection,
  { filter, order, skip, limit }: Pick<Selection, 'filter' | 'order' | 'skip' | 'limit'>,
): boolean {
  if (hasExpression(filter)) return false
  if (collection.hasAtMost(FEW)) return true
  const parts = filter.kind === 'and' ? filter.of : [filter]
  if (alongIndex(collection, filter, parts, order, skip + limit)) return true
  return parts.some((part) => part.kind === 'field' && narrows(db, collection, part.path, part.condition))
}

function hasExpression(filter: Filter): boolean {
  if (filter.kind === 'expr') return true
  if (filter.kind === 'field') return inCondition(filter.condition)
  return filter.kind !== 'schema' && filter.of.some(hasExpression)
}

function inCondition(condition: Condition): boolean {
  if (condition.op === 'elemMatchObject') return hasExpression(condition.filter)
  return 'of' in condition && condition.of.some(inCondition)
}

/** A short page by one indexed field, asking for nothing but that field. */
function alongIndex(collection: Collection, filter: Filter, parts: Filter[], order: Selection['order'], rows: number): boolean {
  if (rows > FEW || order.length > 1 || orderSql(collection, order) === undefined || !compileFilter(filter, collection.schema).exact)
    return false
  const path = order[0]?.path
  if (path === undefined) return parts.length === 0
  return (
    isIndexed(collection, path) &&
    parts.every((part) => part.kind === 'field' && part.path === path && ['eq', 'in', 'gt', 'gte', 'lt', 'lte'].includes(part.condition.op))
  )
}

const isIndexed = (collection: Collection, path: string) =>
  path === '_id' || collection.indexes.some((index) => index.paths[0] === path && !index.multikey)

/** Whether an index shows that few documents hold what is asked for. */
function narrows(db: Sqlite, collection: Collection, path: string, condition: Condition): boolean {
  if (condition.op !== 'eq' && condition.op !== 'in') return false
  if (path === '_id') return condition.op === 'eq' || condition.values.length <= FEW
  if (!collection.indexes.some((index) => index.paths[0] === path)) return false
  const where = compileFilter({ kind: 'field', path, condition }, collection.schema)
  if (!where.exact || where.sql === '1') return false
  return (
    (db
      .prepare(`SELECT count(*) FROM (SELECT 1 FROM "${collection.table}" WHERE ${where.sql} LIMIT ${FEW + 1})`)
      .one(...where.values) as number) <= FEW
  )
}
