import { randomInt } from 'node:crypto'
import { evalExpr } from 'mingo/core'
import { Lazy, type Iterator } from 'mingo/lazy'
import { $unwind as unwindStage } from 'mingo/operators/pipeline'
import type { Options } from 'mingo/types'
import { badRequest } from '../errors'
import { matcher } from '../filter/match'
import { parseFilter } from '../filter/parse'
import { comparator, parseOrder } from '../sort'
import { copy } from '../update/fields'
import type { Document, Value } from '../values'
import { bucket } from './bucket'
import { lookup } from './lookup'

export type Stage = (input: Iterator, argument: Value, options: Options) => Iterator

/** The same matcher as everywhere else; variables of an enclosing `$lookup` are known to `$expr`. */
const match: Stage = (input, argument, options) => {
  const test = matcher(parseFilter(argument), (expression) => (document) => evalExpr(document, expression, options))
  return input.filter((document) => test(document as Document))
}

const sort: Stage = (input, argument) => {
  const order = parseOrder(argument)
  if (order.length === 0) throw badRequest('$sort stage must have at least one sort key')
  const compare = comparator(order)
  return input.transform((documents) => Lazy((documents as Document[]).sort(compare)))
}

/** Without putting documents back: none comes twice. */
const sample: Stage = (input, argument) => {
  const size = (argument as Document).size
  if (typeof size !== 'number' || !(size > 0)) throw badRequest('size argument to $sample must be a positive number')
  return input.transform((documents) => {
    const rest = [...documents]
    const drawn = Array.from({ length: Math.min(size, rest.length) }, () => rest.splice(randomInt(rest.length), 1)[0])
    return Lazy(drawn)
  })
}

/** mingo's copies share what is nested in them, and a later `$addFields` would change all of them at once. */
const unwind: Stage = (input, argument, options) =>
  unwindStage(input, argument as Parameters<typeof unwindStage>[1], options).map((document: unknown) => copy(document as Value))

export const STAGES: Record<string, Stage> = { $match: match, $sort: sort, $sample: sample, $unwind: unwind, $lookup: lookup, $bucket: bucket }
