import { Context, evalExpr } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as windows from 'mingo/operators/window'
import type { Options } from 'mingo/types'
import { badRequest } from '../errors'
import { compareValues, equalValues, isDocument, type Value } from '../values'
import { givenOptions } from './lookup'
import { STAGES } from './stages'

/**
 * mingo's operators, with those replaced in which it differs from MongoDB, and without those that
 * would run a client's JavaScript or write to a collection.
 */
type Operators = NonNullable<Parameters<typeof Context.init>[0]>

type Evaluated = (object: Value, argument: Value, options: Options) => unknown

const pair = (name: string, object: Value, argument: Value, options: Options): [Value, Value] => {
  if (!Array.isArray(argument) || argument.length !== 2) throw badRequest(`Expression ${name} takes exactly 2 arguments`)
  return evalExpr(object, argument, options) as [Value, Value]
}

const comparison = (name: string, decide: (a: Value, b: Value) => unknown): Evaluated => (object, argument, options) => decide(...pair(name, object, argument, options))

/** Across types, as expressions compare, unlike queries; the order of an object's keys matters. */
const COMPARISONS: Record<string, Evaluated> = {
  $eq: comparison('$eq', (a, b) => equalValues(a, b)),
  $ne: comparison('$ne', (a, b) => !equalValues(a, b)),
  $gt: comparison('$gt', (a, b) => compareValues(a, b) > 0),
  $gte: comparison('$gte', (a, b) => compareValues(a, b) >= 0),
  $lt: comparison('$lt', (a, b) => compareValues(a, b) < 0),
  $lte: comparison('$lte', (a, b) => compareValues(a, b) <= 0),
  $cmp: comparison('$cmp', (a, b) => Math.sign(compareValues(a, b))),
}

/** A negative length means the rest of the string; both numbers count UTF-8 bytes. */
const substrBytes: Evaluated = (object, argument, options) => {
  if (!Array.isArray(argument) || argument.length !== 3) throw badRequest('Expression $substrBytes takes exactly 3 arguments')
  const [text, start, length] = evalExpr(object, argument, options) as Value[]
  if (typeof start !== 'number' || typeof length !== 'number') throw badRequest('$substrBytes: starting index and length must be numbers')
  if (start < 0) return ''
  const bytes = Buffer.from(text instanceof Date ? text.toISOString() : String(text ?? ''))
  const part = bytes.subarray(start, length < 0 ? undefined : start + length)
  const splits = (at: number) => at < bytes.length && ((bytes[at] ?? 0) & 0xc0) === 0x80
  if (splits(start) || (length >= 0 && splits(start + length))) throw badRequest('$substrBytes: Invalid range, the string would be cut within a UTF-8 character')
  return part.toString()
}

const { $function: _function, ...safeExpressions } = expressions
const { $accumulator: _accumulator, ...safeAccumulators } = accumulators
const { $out: _out, $merge: _merge, ...safeStages } = stages

/** A missing field adds nothing to a list; mingo adds null. */
const withoutMissing = (accumulate: typeof accumulators.$push): typeof accumulators.$push => (input, argument, options) => {
  const present = input.filter((document) => evalExpr(document, argument, givenOptions(options)) !== undefined)
  return accumulate(present, argument, options)
}

const OPERATORS = {
  accumulator: { ...safeAccumulators, $push: withoutMissing(accumulators.$push), $addToSet: withoutMissing(accumulators.$addToSet) },
  expression: { ...safeExpressions, ...COMPARISONS, $substr: substrBytes, $substrBytes: substrBytes },
  pipeline: { ...safeStages, ...STAGES },
  window: windows,
} as unknown as Operators

export const CONTEXT = Context.init(OPERATORS)

const KNOWN = new Set([...Object.keys(OPERATORS.expression ?? {}), ...Object.keys(OPERATORS.accumulator ?? {}), ...Object.keys(OPERATORS.window ?? {})])
export const KNOWN_STAGES = new Set(Object.keys(OPERATORS.pipeline ?? {}))

/** Refuses by name any operator of an expression that is not there, even when no document would ever meet it. */
export function checkExpression(expression: Value): void {
  if (Array.isArray(expression)) return expression.forEach(checkExpression)
  if (!isDocument(expression)) return
  for (const [name, argument] of Object.entries(expression)) {
    if (name.startsWith('$') && !KNOWN.has(name)) throw badRequest(`Unrecognized expression '${name}'`)
    if (name !== '$literal') checkExpression(argument)
  }
}
