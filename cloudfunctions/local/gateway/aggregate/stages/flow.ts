import { randomInt } from 'node:crypto'
import { badRequest } from '../../door/errors'
import { matcher } from '../../filter/match'
import { parseFilter } from '../../filter/parse'
import { comparator, parseOrder } from '../../query/sort'
import { isDocument, type Document, type Value } from '../../query/values'
import { fieldName } from '../expression'
import type { Bindings } from '../scope'
import { group } from './group'
import { expressionOf, type BuildStage } from './stage'

/** The same matcher as everywhere else; variables of an enclosing `$lookup` are known to `$expr`. */
export const match: BuildStage = (argument, plan) => {
  let around: Bindings | undefined
  const test = matcher(parseFilter(argument), (expression) => {
    const value = expressionOf(plan, expression)
    return (document) => value({ root: document, bindings: around })
  })
  return function* (input, bindings) {
    for (const document of input) {
      plan.work.spend()
      around = bindings
      if (test(document)) yield document
    }
  }
}

export const sort: BuildStage = (argument) => {
  const order = parseOrder(argument)
  if (order.length === 0) throw badRequest('$sort stage must have at least one sort key')
  const compare = comparator(order)
  return (input) => [...input].sort(compare)
}

export function wholeArgument(name: string, value: Value, least: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least)
    throw badRequest(`the argument of ${name} is out of range: ${JSON.stringify(value)}`)
  return value
}

export const limit: BuildStage = (argument) => {
  const most = wholeArgument('$limit', argument, 1)
  return function* (input) {
    let left = most
    for (const document of input) {
      yield document
      if (--left === 0) return
    }
  }
}

export const skip: BuildStage = (argument) => {
  const first = wholeArgument('$skip', argument, 0)
  return function* (input) {
    let passed = 0
    for (const document of input) if (passed++ >= first) yield document
  }
}

/** Without putting documents back: none comes twice. */
export const sample: BuildStage = (argument) => {
  const size = isDocument(argument) ? argument.size : undefined
  if (typeof size !== 'number' || !(size > 0)) throw badRequest('size argument to $sample must be a positive number')
  return function* (input) {
    const rest = [...input]
    for (let left = Math.min(Math.floor(size), rest.length); left > 0; left--) {
      const at = randomInt(rest.length)
      yield rest[at] as Document
      rest[at] = rest[rest.length - 1] as Document
      rest.pop()
    }
  }
}

/** Of nothing there is no document, not one that says 0. */
export const count: BuildStage = (argument, plan) => {
  if (typeof argument !== 'string' || argument === '') throw badRequest('the count field must be a non-empty string')
  const name = fieldName(argument)
  return function* (input) {
    let total = 0
    for (const _ of input) {
      plan.work.spend()
      total++
    }
    if (total > 0) yield { [name]: total }
  }
}

export const sortByCount: BuildStage = (argument, plan) => {
  if (!(typeof argument === 'string' && argument.startsWith('$')) && !isDocument(argument))
    throw badRequest('$sortByCount needs a field path or an expression')
  const counted = group({ _id: argument, count: { $sum: 1 } }, plan)
  return (input, bindings) => [...counted(input, bindings)].sort((a, b) => (b.count as number) - (a.count as number))
}
