import { badRequest } from '../../door/errors'
import { checkedPath, field } from '../../query/paths'
import { isDocument, type Document, type Value } from '../../query/values'
import { members, put } from '../scope'
import type { BuildStage } from './stage'

/** One document for each element. What is no array counts as one element, an empty string too. */
export const unwind: BuildStage = (argument, plan) => {
  const given = members(
    '$unwind',
    isDocument(argument) ? argument : { path: argument },
    ['path'],
    ['includeArrayIndex', 'preserveNullAndEmptyArrays'],
  )
  const { includeArrayIndex: index, preserveNullAndEmptyArrays: preserve = false } = given
  if (typeof given.path !== 'string' || !/^\$[^$]/.test(given.path))
    throw badRequest("path option to $unwind stage should be prefixed with a '$'")
  if (index !== undefined && (typeof index !== 'string' || index === '' || index.startsWith('$')))
    throw badRequest('includeArrayIndex option to $unwind stage must be a name')
  if (typeof preserve !== 'boolean') throw badRequest('expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage')
  const parts = checkedPath(given.path.slice(1))
  const indexParts = index === undefined ? undefined : checkedPath(index)
  const numbered = (document: Document, at: number | null) => (indexParts ? setAt(document, indexParts, at) : document)
  return function* (input) {
    for (const document of input) {
      plan.work.spend()
      const value = valueAt(document, parts)
      if (Array.isArray(value) && value.length > 0) {
        for (const [i, item] of value.entries()) {
          plan.work.spend()
          yield numbered(setAt(document, parts, item), i)
        }
      } else if (value !== undefined && value !== null && !Array.isArray(value)) yield numbered(document, null)
      else if (preserve) yield numbered(Array.isArray(value) ? setAt(document, parts, undefined) : document, null)
    }
  }
}

/** Through objects only. */
function valueAt(document: Document, parts: readonly string[]): Value | undefined {
  let value: Value | undefined = document
  for (const part of parts) value = isDocument(value) ? field(value, part) : undefined
  return value
}

/** A copy with another value at a path; what is no object on the way gives way to one, and the rest is shared. */
export function setAt(document: Document, [name, ...below]: readonly string[], value: Value | undefined): Document {
  const result = { ...document }
  const inner = field(result, name as string)
  put(result, name as string, below.length === 0 ? value : setAt(isDocument(inner) ? inner : {}, below, value))
  return result
}
