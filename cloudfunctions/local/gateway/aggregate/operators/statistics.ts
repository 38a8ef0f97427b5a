import { badRequest } from '../../door/errors'
import { compareValues, isDocument, type Document, type Value } from '../../query/values'
import { isMissing, put, type Build, type Scope } from '../scope'

type Given = Value | undefined

const numbers = (values: Given[]) => values.filter((value): value is number => typeof value === 'number')
const sum = (values: Given[]) => numbers(values).reduce((total, value) => total + value, 0)

function deviation(values: Given[], less: 0 | 1): Value {
  const list = numbers(values)
  if (list.length <= less) return null
  const mean = sum(list) / list.length
  return Math.sqrt(list.reduce((total, value) => total + (value - mean) ** 2, 0) / (list.length - less))
}

/** The least or greatest by MongoDB's order of all types; an array counts as a whole. */
function extreme(values: Given[], sign: 1 | -1): Value {
  return values.reduce<Value>(
    (best, value) => (isMissing(value) || (best !== null && compareValues(value, best) * sign >= 0) ? best : value),
    null,
  )
}

function merge(values: Given[]): Value {
  const result: Document = {}
  for (const value of values) {
    if (isMissing(value)) continue
    if (!isDocument(value)) throw badRequest('$mergeObjects requires object inputs')
    for (const [name, item] of Object.entries(value)) put(result, name, item)
  }
  return result
}

/** What several values come to, in a group as in one document; what does not count is passed over. */
export const SUMMARIES: Record<string, (values: Given[]) => Value> = {
  $sum: sum,
  $avg: (values) => (numbers(values).length === 0 ? null : sum(values) / numbers(values).length),
  $min: (values) => extreme(values, 1),
  $max: (values) => extreme(values, -1),
  $stdDevPop: (values) => deviation(values, 0),
  $stdDevSamp: (values) => deviation(values, 1),
  $mergeObjects: merge,
}

/** In an expression, one argument that is an array stands for its elements; among several an array is one value. */
const summary =
  (compute: (values: Given[]) => Value): Build =>
  (argument: Value, scope: Scope) => {
    if (Array.isArray(argument) && argument.length !== 1) {
      const parts = argument.map((part) => scope.compile(part))
      return (env) => compute(parts.map((part) => part(env)))
    }
    const only = scope.compile(Array.isArray(argument) ? (argument[0] as Value) : argument)
    return (env) => {
      const value = only(env)
      return compute(Array.isArray(value) ? value : [value])
    }
  }

export const STATISTICS: Record<string, Build> = Object.fromEntries(
  Object.entries(SUMMARIES).map(([name, compute]) => [name, summary(compute)]),
)
