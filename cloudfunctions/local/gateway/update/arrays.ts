import { checkFieldNames } from '../disk/documents'
import { nameOf } from '../door/ejson'
import { badRequest } from '../door/errors'
import { matcher } from '../filter/match'
import { isOperatorObject } from '../filter/parse-field'
import { parseFilter } from '../filter/parse'
import { comparator, parseOrder } from '../query/sort'
import { compareValues, equalValues, isDocument, type Value } from '../query/values'
import { copy, wrongType } from './fields'
import type { Apply, Prepare, Target } from './targets'

/** Operators on arrays. On anything but an array they fail; a missing field is an empty one. */
export const ARRAY_OPERATORS: Record<string, Prepare> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
}

function arrayAt(operator: string, target: Target): Value[] | undefined {
  const value = target.get()
  if (value !== undefined && !Array.isArray(value)) throw wrongType(operator, target, 'array')
  return value
}

interface Push {
  each: Value[]
  position: number
  slice: number | undefined
  sort: ((a: Value, b: Value) => number) | undefined
}

function push(argument: Value): Apply {
  const { each, position, slice, sort } = parsePush(argument)
  checkFieldNames(each)
  return (target) => {
    const array = [...(arrayAt('$push', target) ?? [])]
    array.splice(position < 0 ? Math.max(0, array.length + position) : Math.min(position, array.length), 0, ...each.map(copy))
    if (sort) array.sort(sort)
    target.set(slice === undefined ? array : slice < 0 ? array.slice(slice) : array.slice(0, slice))
  }
}

function parsePush(argument: Value): Push {
  if (!isDocument(argument) || !('$each' in argument)) return { each: [argument], position: Infinity, slice: undefined, sort: undefined }
  const { $each: each, $position: position, $slice: slice, $sort: sort, ...unknown } = argument
  const [stranger] = Object.keys(unknown)
  if (stranger) throw badRequest(`Unrecognized clause in $push: ${stranger}`)
  if (!Array.isArray(each)) throw badRequest('The argument to $each in $push must be an array')
  for (const number of [position, slice])
    if (number !== undefined && !Number.isInteger(number)) throw badRequest('$position and $slice in $push must be whole numbers')
  return {
    each,
    position: (position as number | undefined) ?? Infinity,
    slice: slice as number | undefined,
    sort: sort === undefined ? undefined : elementOrder(sort),
  }
}

/** `1` and `-1` sort whole elements, an object sorts by fields of theirs. */
function elementOrder(sort: Value): (a: Value, b: Value) => number {
  if (sort === 1 || sort === -1) return (a, b) => compareValues(a, b) * sort
  if (!isDocument(sort)) throw badRequest('The $sort in $push must be 1, -1 or an object')
  const compare = comparator(parseOrder(sort))
  return (a, b) => (isDocument(a) && isDocument(b) ? compare(a, b) : compareValues(a, b))
}

function addToSet(argument: Value): Apply {
  const each = isDocument(argument) && '$each' in argument ? argument.$each : [argument]
  if (!Array.isArray(each)) throw badRequest('The argument to $each in $addToSet must be an array')
  checkFieldNames(each)
  return (target) => {
    const array = [...(arrayAt('$addToSet', target) ?? [])]
    const names = new Set(array.map(nameOf))
    for (const value of each) {
      if (names.has(nameOf(value))) continue
      names.add(nameOf(value))
      array.push(copy(value))
    }
    target.set(array)
  }
}

function pop(argument: Value): Apply {
  if (argument !== 1 && argument !== -1) throw badRequest('$pop expects 1 or -1')
  return (target) => {
    const array = arrayAt('$pop', target)
    if (array) target.set(argument === 1 ? array.slice(0, -1) : array.slice(1))
  }
}

/** A value is pulled if equal; conditions (`$gt` …) are put to each element; an object is a query on elements that are objects. */
function pull(argument: Value): Apply {
  const matches = elementMatch(argument)
  return (target) => {
    const array = arrayAt('$pull', target)
    if (array) target.set(array.filter((element) => !matches(element)))
  }
}

function elementMatch(argument: Value): (element: Value) => boolean {
  if (isOperatorObject(argument) || argument instanceof RegExp) {
    const match = matcher(parseFilter({ element: argument }))
    return (element) => match({ element })
  }
  if (!isDocument(argument)) return (element) => equalValues(element, argument)
  const match = matcher(parseFilter(argument))
  return (element) => isDocument(element) && match(element)
}

function pullAll(argument: Value): Apply {
  if (!Array.isArray(argument)) throw badRequest('$pullAll requires an array argument')
  const unwanted = new Set(argument.map(nameOf))
  return (target) => {
    const array = arrayAt('$pullAll', target)
    if (array) target.set(array.filter((element) => !unwanted.has(nameOf(element))))
  }
}
