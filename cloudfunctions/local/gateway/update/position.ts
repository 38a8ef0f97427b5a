import { badRequest } from '../door/errors'
import type { Filter } from '../filter/ast'
import { matcher, type Match } from '../filter/match'
import { field, splitPath } from '../query/paths'
import type { Document, Value } from '../query/values'

/**
 * The index that the positional `$` stands for: the first element of the array at `path` for which the
 * query's conditions on that array hold by itself.
 */
export function positionFor(filter: Filter): (document: Document, path: string) => number {
  return (document, path) => {
    const conditions = conditionsOn(filter, path)
    const array = splitPath(path).reduce<Value | undefined>(
      (value, part) => (value === null || typeof value !== 'object' ? undefined : field(value as Document, part)),
      document,
    )
    const index =
      Array.isArray(array) && conditions.length > 0
        ? array.findIndex((element) => conditions.every((match) => match(nest(splitPath(path), [element]))))
        : -1
    if (index < 0) throw badRequest('The positional operator did not find the match needed from the query.')
    return index
  }
}

function conditionsOn(filter: Filter, path: string): Match[] {
  if (filter.kind === 'and') return filter.of.flatMap((part) => conditionsOn(part, path))
  if (filter.kind !== 'field' || (filter.path !== path && !filter.path.startsWith(`${path}.`))) return []
  return [matcher(filter)]
}

const nest = ([part, ...below]: string[], value: Value): Document => ({ [part as string]: below.length > 0 ? nest(below, value) : value })
