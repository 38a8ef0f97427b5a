import { badRequest } from '../../door/errors'
import { compareValues, isDocument, typeRank, type Document, type Value } from '../../query/values'
import { members } from '../scope'
import { gather, groupBy, parseOutputs, summarize } from './group'
import { expressionOf, type BuildStage, type Plan } from './stage'

function outputsOf(name: string, output: Value | undefined, plan: Plan) {
  if (output !== undefined && !isDocument(output)) throw badRequest(`the output of ${name} must be an object`)
  return parseOutputs(output ?? { count: { $sum: 1 } }, plan)
}

/** A boundary belongs to the bucket above it; buckets without documents are not there. */
export const bucket: BuildStage = (argument, plan) => {
  const {
    groupBy: of,
    boundaries,
    default: fallback,
    output,
  } = members('$bucket', argument, ['groupBy', 'boundaries'], ['default', 'output'])
  const limits = checkedBoundaries(boundaries)
  const value = expressionOf(plan, of as Value)
  const keyOf = (given: Value | undefined): Value => {
    const above = limits.findIndex((limit) => compareValues(given, limit) < 0)
    const key = above > 0 ? limits[above - 1] : fallback
    if (key === undefined) throw badRequest('$bucket could not find a matching branch for an input, and no default was specified.')
    return key
  }
  const grouped = groupBy(plan, (root, bindings) => keyOf(value({ root, bindings })), outputsOf('$bucket', output, plan))
  return (input, bindings) => [...grouped(input, bindings)].sort((a, b) => compareValues(a._id, b._id))
}

function checkedBoundaries(boundaries: Value | undefined): Value[] {
  if (!Array.isArray(boundaries) || boundaries.length < 2) throw badRequest('$bucket needs at least two boundaries')
  boundaries.slice(1).forEach((boundary, i) => {
    if (typeRank(boundary) !== typeRank(boundaries[i]) || compareValues(boundary, boundaries[i]) <= 0)
      throw badRequest('the boundaries of $bucket must be of one type and ascend')
  })
  return boundaries
}

/** Buckets of about the same number of documents; equal values are never parted, and the last bucket includes its end. */
export const bucketAuto: BuildStage = (argument, plan) => {
  const { groupBy: of, buckets, output } = members('$bucketAuto', argument, ['groupBy', 'buckets'], ['output'])
  if (typeof buckets !== 'number' || !Number.isInteger(buckets) || buckets < 1)
    throw badRequest("The $bucketAuto 'buckets' field must be a whole number above 0")
  const value = expressionOf(plan, of as Value)
  const outputs = outputsOf('$bucketAuto', output, plan)
  return function* (input, bindings) {
    const sorted = [...input]
      .map((document) => ({ document, at: value({ root: document, bindings }) ?? null }))
      .sort((a, b) => compareValues(a.at, b.at))
    const size = Math.max(1, Math.round(sorted.length / buckets))
    for (let from = 0, number = 1; from < sorted.length; number++) {
      let to = number === buckets ? sorted.length : Math.min(from + size, sorted.length)
      while (to < sorted.length && compareValues(sorted[to]?.at, sorted[to - 1]?.at) === 0) to++
      const gathered = outputs.map(() => [])
      for (const { document } of sorted.slice(from, to)) gather(outputs, gathered, document, bindings)
      const id: Document = { min: sorted[from]?.at as Value, max: (sorted[to] ?? sorted[to - 1])?.at as Value }
      yield summarize(id, outputs, gathered)
      from = to
    }
  }
}
