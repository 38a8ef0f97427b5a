import { badRequest } from '../door/errors'
import { checkedPath } from '../query/paths'
import { isDocument, type Value } from '../query/values'
import type { Filter } from './ast'
import { parseConditions } from './parse-field'

/** Reads a MongoDB query; operators it does not know are refused by name, never ignored. */
export function parseFilter(query: Value): Filter {
  if (!isDocument(query)) throw badRequest('a query must be an object')
  const of: Filter[] = []
  for (const key of Object.keys(query)) {
    const value = query[key] as Value
    if (key.startsWith('$')) of.push(...parseTopLevel(key, value))
    else for (const condition of parseConditions(value, parseFilter)) of.push({ kind: 'field', path: named(key), condition })
  }
  return of.length === 1 && of[0] ? of[0] : { kind: 'and', of }
}

function parseTopLevel(key: string, value: Value): Filter[] {
  switch (key) {
    case '$and':
    case '$or':
    case '$nor': {
      if (!Array.isArray(value) || value.length === 0) throw badRequest(`${key} must be a nonempty array`)
      return [{ kind: key.slice(1) as 'and' | 'or' | 'nor', of: value.map(parseFilter) }]
    }
    case '$expr':
      return [{ kind: 'expr', expression: value }]
    case '$jsonSchema':
      if (!isDocument(value)) throw badRequest('$jsonSchema must be an object')
      return [{ kind: 'schema', schema: value }]
    case '$comment':
      return []
  }
  throw badRequest(`unknown top level operator: ${key}`)
}

function named(path: string): string {
  checkedPath(path)
  return path
}
