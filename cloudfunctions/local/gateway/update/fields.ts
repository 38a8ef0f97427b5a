import { badRequest } from '../door/errors'
import { checkFieldNames } from '../disk/documents'
import { compareValues, isDocument, type Value } from '../query/values'
import { targets, typeName, type Apply, type Prepare, type Target } from './targets'

/** Operators on one value. `now` is ms since 1970. */
export const FIELD_OPERATORS = (now: number): Record<string, Prepare> => ({
  $set: set,
  $setOnInsert: set,
  $unset: () => (target) => target.remove(),
  $inc: (amount, path) => arithmetic('$inc', amount, path, (value, by) => value + by, 0),
  $mul: (factor, path) => arithmetic('$mul', factor, path, (value, by) => value * by, 0),
  $min: (limit) => extreme(limit, (order) => order > 0),
  $max: (limit) => extreme(limit, (order) => order < 0),
  $bit: bitwise,
  $rename: rename,
  $currentDate: (type) => currentDate(type, now),
})

function set(value: Value): Apply {
  checkFieldNames(value)
  return (target) => target.set(copy(value))
}

/** Values are set at several places; each needs an object of its own. */
export function copy(value: Value): Value {
  if (Array.isArray(value)) return value.map(copy)
  if (!isDocument(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copy(item)]))
}

function arithmetic(operator: string, by: Value, path: string, combine: (value: number, by: number) => number, start: number): Apply {
  if (typeof by !== 'number')
    throw badRequest(`Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${JSON.stringify(by)}}`)
  return (target) => {
    const value = target.get()
    if (value !== undefined && typeof value !== 'number') throw wrongType(operator, target, 'number')
    target.set(combine(value ?? start, by))
  }
}

export const wrongType = (operator: string, target: Target, wanted: string) =>
  badRequest(`Cannot apply ${operator} to a value of non-${wanted} type. The field '${target.path}' is of type ${typeName(target.get())}`)

function extreme(limit: Value, replaces: (order: number) => boolean): Apply {
  checkFieldNames(limit)
  return (target) => {
    const value = target.get()
    if (value === undefined || replaces(compareValues(value, limit))) target.set(copy(limit))
  }
}

const BITS: Record<string, (a: bigint, b: bigint) => bigint> = { and: (a, b) => a & b, or: (a, b) => a | b, xor: (a, b) => a ^ b }

function bitwise(spec: Value, path: string): Apply {
  const steps = isDocument(spec) ? Object.entries(spec) : []
  if (steps.length === 0) throw badRequest(`The $bit modifier needs {and|or|xor: number} for ${path}`)
  for (const [name, operand] of steps) {
    if (!Object.hasOwn(BITS, name)) throw badRequest(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`)
    if (!Number.isSafeInteger(operand)) throw badRequest(`The $bit modifier needs whole numbers for ${path}`)
  }
  return (target) => {
    const value = target.get() ?? 0
    if (!Number.isSafeInteger(value)) throw wrongType('$bit', target, 'integral')
    target.set(
      Number(
        steps.reduce(
          (bits, [name, operand]) => (BITS[name] as (a: bigint, b: bigint) => bigint)(bits, BigInt(operand as number)),
          BigInt(value as number),
        ),
      ),
    )
  }
}

/** The new name is part of the paths that must not clash, so it is kept on the function. */
function rename(to: Value, path: string): Apply {
  if (typeof to !== 'string' || to === '' || /(^|\.)(\d+|\$.*)(\.|$)/.test(to))
    throw badRequest(`The 'to' field for $rename must be a plain path: ${path}`)
  const apply: Apply = (target) => {
    const value = target.get()
    if (value === undefined) return
    target.remove()
    for (const place of targets(target.root, to, { create: true, position: () => 0 })) place.set(value)
  }
  return Object.assign(apply, { to })
}

function currentDate(type: Value, now: number): Apply {
  const wanted = type === true || (isDocument(type) && type.$type === 'date')
  if (!wanted) throw badRequest('$currentDate takes true or {$type: "date"}')
  return (target) => target.set(new Date(now))
}
