import { evalExpr } from 'mingo/core'
import { $group, $sort } from 'mingo/operators/pipeline'
import { badRequest } from '../errors'
import { compareValues, isDocument, typeRank, type Document, type Value } from '../values'
import type { Stage } from './stages'

/** A boundary belongs to the bucket above it; mingo puts it below. Made of `$group` and `$sort`. */
export const bucket: Stage = (input, argument, options) => {
  const { groupBy, boundaries, output, fallback } = parseBucket(argument)
  const keyOf = (document: Document): Value => {
    const value = evalExpr(document, groupBy, options) as Value | undefined
    const above = boundaries.findIndex((boundary) => compareValues(value, boundary) < 0)
    const key = above > 0 ? boundaries[above - 1] : fallback
    if (key === undefined) throw badRequest('$bucket could not find a matching branch for an input, and no default was specified.')
    return key
  }
  const keyed = input.map((document) => ({ ...(document as Document), [KEY]: keyOf(document as Document) }))
  const grouped = $group(keyed, { _id: `$${KEY}`, ...output }, options as Parameters<typeof $group>[2])
  return $sort(grouped, { _id: 1 }, options as Parameters<typeof $sort>[2])
}

/** No stored field can have this name. */
const KEY = ' bucket'

function parseBucket(argument: Value): { groupBy: Value; boundaries: Value[]; output: Document; fallback: Value | undefined } {
  const { groupBy, boundaries, default: fallback, output } = isDocument(argument) ? argument : {}
  if (groupBy === undefined) throw badRequest('$bucket needs groupBy')
  if (!Array.isArray(boundaries) || boundaries.length < 2) throw badRequest('$bucket needs at least two boundaries')
  boundaries.slice(1).forEach((boundary, i) => {
    if (typeRank(boundary) !== typeRank(boundaries[i]) || compareValues(boundary, boundaries[i]) <= 0) throw badRequest('the boundaries of $bucket must be of one type and ascend')
  })
  if (output !== undefined && !isDocument(output)) throw badRequest('the output of $bucket must be an object')
  return { groupBy, boundaries, output: output ?? { count: { $sum: 1 } }, fallback }
}
