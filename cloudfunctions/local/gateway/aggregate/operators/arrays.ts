import { badRequest } from '../../door/errors'
import { equalValues, isDocument, type Document, type Value } from '../../query/values'
import { arrayOf, bind, integer, isMissing, members, operator, put, text, type Build, type Eval } from '../scope'
import { truthy, variableName } from './logic'

type Given = Value | undefined

/** The longest list that an expression may make up, and with it what `$range` gives. */
const MAX_LIST = 100_000

function bounded(name: string, length: number): void {
  if (length > MAX_LIST) throw badRequest(`${name} would make a list of ${length}; at most ${MAX_LIST} are allowed`)
}

function elementAt(list: Given, at: Given): Given {
  if (isMissing(list) || isMissing(at)) return null
  return arrayOf('$arrayElemAt', list).at(integer('$arrayElemAt', at))
}

/** `[[name, value] …]` or `[{k, v} …]`; of two with one name the last counts. */
function toObject(list: Given): Given {
  if (isMissing(list)) return null
  const result: Document = {}
  for (const pair of arrayOf('$arrayToObject', list)) {
    const [name, value] =
      Array.isArray(pair) && pair.length === 2
        ? pair
        : isDocument(pair) && Object.keys(pair).sort().join() === 'k,v'
          ? [pair.k, pair.v]
          : []
    put(result, text('$arrayToObject', name), value)
  }
  return result
}

function toPairs(value: Given): Given {
  if (isMissing(value)) return null
  if (!isDocument(value)) throw badRequest('$objectToArray needs an object')
  return Object.entries(value).map(([k, v]) => ({ k, v }))
}

function slice(list: Given, first: Given, count: Given): Given {
  if (isMissing(list) || isMissing(first) || count === null) return null
  const values = arrayOf('$slice', list)
  const at = integer('$slice', first)
  if (count === undefined) return at < 0 ? values.slice(at) : values.slice(0, at)
  const length = integer('$slice', count)
  if (length <= 0) throw badRequest('Third argument to $slice must be positive')
  const from = at < 0 ? Math.max(0, values.length + at) : at
  return values.slice(from, from + length)
}

function range(from: Given, to: Given, by: Given): Given {
  const [start, end, step] = [integer('$range', from), integer('$range', to), by === undefined ? 1 : integer('$range', by)]
  if (step === 0) throw badRequest('$range requires a non-zero step value')
  const length = Math.max(0, Math.ceil((end - start) / step))
  bounded('$range', length)
  return Array.from({ length }, (_, i) => start + i * step)
}

function indexOf(list: Given, wanted: Given, from: Given, to: Given): Given {
  if (isMissing(list)) return null
  const values = arrayOf('$indexOfArray', list)
  const start = from === undefined ? 0 : integer('$indexOfArray', from)
  const end = to === undefined ? values.length : integer('$indexOfArray', to)
  if (start < 0 || end < 0) throw badRequest('$indexOfArray needs a start and an end that are not negative')
  return values.findIndex((value, i) => i >= start && i < end && equalValues(value, wanted))
}

/** `$map` and `$filter`: something for each element, which has the name `as`. */
const eachElement =
  (
    name: string,
    inside: string,
    optional: string[],
    collect: (list: Value[], each: (value: Value) => Given, limit: Given) => Value,
  ): Build =>
  (argument, scope) => {
    const { input, as, [inside]: body, limit } = members(name, argument, ['input', inside], ['as', ...optional])
    const element = as === undefined ? 'this' : variableName(text(name, as))
    const [list, each] = [scope.compile(input as Value), scope.compile(body as Value, element)]
    const most = limit === undefined ? undefined : scope.compile(limit)
    return (env) => {
      const values = list(env)
      if (isMissing(values)) return null
      return collect(arrayOf(name, values), (value) => each(bind(env, element, value)), most?.(env))
    }
  }

function filter(list: Value[], each: (value: Value) => Given, limit: Given): Value {
  if (!isMissing(limit) && integer('$filter', limit) < 1) throw badRequest('$filter: limit must be greater than 0')
  return list.filter((value) => truthy(each(value))).slice(0, (limit as number | undefined) ?? undefined)
}

const reduce: Build = (argument, scope) => {
  const { input, initialValue, in: inside } = members('$reduce', argument, ['input', 'initialValue', 'in'])
  const [list, start, step] = [
    scope.compile(input as Value),
    scope.compile(initialValue as Value),
    scope.compile(inside as Value, 'this', 'value'),
  ] as [Eval, Eval, Eval]
  return (env) => {
    const values = list(env)
    if (isMissing(values)) return null
    return arrayOf('$reduce', values).reduce<Given>((value, element) => step(bind(bind(env, 'value', value), 'this', element)), start(env))
  }
}

const zip: Build = (argument, scope) => {
  const { inputs, useLongestLength = false, defaults } = members('$zip', argument, ['inputs'], ['useLongestLength', 'defaults'])
  const lists = arrayOf('$zip', inputs).map((input) => scope.compile(input))
  if (typeof useLongestLength !== 'boolean') throw badRequest('$zip: useLongestLength must be true or false')
  if (defaults !== undefined && !useLongestLength) throw badRequest('cannot specify defaults unless useLongestLength is true')
  const instead = defaults === undefined ? undefined : scope.compile(defaults)
  return (env) => {
    const values = lists.map((list) => list(env))
    if (values.some(isMissing)) return null
    const arrays = values.map((value) => arrayOf('$zip', value))
    const lengths = arrays.map((array) => array.length)
    const fill = instead ? arrayOf('$zip', instead(env)) : []
    return Array.from({ length: arrays.length === 0 ? 0 : (useLongestLength ? Math.max : Math.min)(...lengths) }, (_, i) =>
      arrays.map((array, n) => array[i] ?? fill[n] ?? null),
    )
  }
}

export const ARRAYS: Record<string, Build> = {
  $arrayElemAt: operator('$arrayElemAt', 2, 2, elementAt),
  $arrayToObject: operator('$arrayToObject', 1, 1, toObject),
  $objectToArray: operator('$objectToArray', 1, 1, toPairs),
  $concatArrays: operator('$concatArrays', 0, Infinity, (...lists) => {
    if (lists.some(isMissing)) return null
    const all = lists.map((list) => arrayOf('$concatArrays', list))
    bounded(
      '$concatArrays',
      all.reduce((sum, list) => sum + list.length, 0),
    )
    return all.flat(1)
  }),
  $filter: eachElement('$filter', 'cond', ['limit'], filter),
  $map: eachElement('$map', 'in', [], (list, each) => list.map((value) => each(value) ?? null)),
  $reduce: reduce,
  $in: operator('$in', 2, 2, (value, list) => arrayOf('$in', list).some((one) => equalValues(one, value))),
  $indexOfArray: operator('$indexOfArray', 2, 4, indexOf),
  $isArray: operator('$isArray', 1, 1, (value) => Array.isArray(value)),
  $range: operator('$range', 2, 3, range),
  $reverseArray: operator('$reverseArray', 1, 1, (list) => (isMissing(list) ? null : [...arrayOf('$reverseArray', list)].reverse())),
  $size: operator('$size', 1, 1, (list) => arrayOf('$size', list).length),
  $slice: operator('$slice', 2, 3, slice),
  $zip: zip,
  $first: operator('$first', 1, 1, (list) => (isMissing(list) ? null : arrayOf('$first', list)[0])),
  $last: operator('$last', 1, 1, (list) => (isMissing(list) ? null : arrayOf('$last', list).at(-1))),
}
