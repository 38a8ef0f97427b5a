import { badRequest } from '../../door/errors'
import { compareValues, equalValues, isDocument, type Value } from '../../query/values'
import { arrayOf, bind, isMissing, members, operator, type Build, type Eval } from '../scope'

/** Only false, null, missing and 0 are false to an expression; an empty string is true. */
export const truthy = (value: unknown) => value !== undefined && value !== null && value !== false && value !== 0

/** Across types, as expressions compare, unlike queries; the order of an object's keys matters. */
const comparison = (name: string, decide: (order: number) => Value): Build => operator(name, 2, 2, (a, b) => decide(compareValues(a, b)))

const listed = (argument: Value): Value[] => (Array.isArray(argument) ? argument : [argument])

const cond: Build = (argument, scope) => {
  const [condition, yes, no] = Array.isArray(argument) ? argument : Object.values(members('$cond', argument, ['if', 'then', 'else']))
  if (Array.isArray(argument) && argument.length !== 3) throw badRequest('Expression $cond takes exactly 3 arguments')
  const [test, then, otherwise] = [condition, yes, no].map((part) => scope.compile(part as Value)) as [Eval, Eval, Eval]
  return (env) => (truthy(test(env)) ? then(env) : otherwise(env))
}

const choose: Build = (argument, scope) => {
  const { branches, default: fallback } = members('$switch', argument, ['branches'], ['default'])
  const cases = arrayOf('$switch', branches).map((branch) => {
    const { case: when, then } = members('$switch', branch, ['case', 'then'])
    return [scope.compile(when as Value), scope.compile(then as Value)] as const
  })
  if (cases.length === 0) throw badRequest('$switch requires at least one branch')
  const otherwise = fallback === undefined ? undefined : scope.compile(fallback)
  return (env) => {
    const found = cases.find(([when]) => truthy(when(env)))
    if (found) return found[1](env)
    if (!otherwise) throw badRequest('$switch could not find a matching branch for an input, and no default was specified.')
    return otherwise(env)
  }
}

const letIn: Build = (argument, scope) => {
  const { vars, in: inside } = members('$let', argument, ['vars', 'in'])
  if (!isDocument(vars)) throw badRequest('$let needs an object of vars')
  const names = Object.keys(vars).map(variableName)
  const values = Object.values(vars).map((value) => scope.compile(value))
  const result = scope.compile(inside as Value, ...names)
  return (env) => result(names.reduce((inner, name, i) => bind(inner, name, values[i]?.(env)), env))
}

/** MongoDB's rule for the names of variables: capitals are its own. */
export function variableName(name: string): string {
  if (!/^(?:[a-z]|[^\0-\x7f])(?:\w|[^\0-\x7f])*$/.test(name))
    throw badRequest(`'${name}' starts with an invalid character for a user variable name`)
  return name
}

export const LOGIC: Record<string, Build> = {
  $eq: operator('$eq', 2, 2, (a, b) => equalValues(a, b)),
  $ne: operator('$ne', 2, 2, (a, b) => !equalValues(a, b)),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
  $cmp: comparison('$cmp', Math.sign),
  $and: (argument, scope) => {
    const parts = listed(argument).map((part) => scope.compile(part))
    return (env) => parts.every((part) => truthy(part(env)))
  },
  $or: (argument, scope) => {
    const parts = listed(argument).map((part) => scope.compile(part))
    return (env) => parts.some((part) => truthy(part(env)))
  },
  $not: operator('$not', 1, 1, (value) => !truthy(value)),
  $cond: cond,
  $switch: choose,
  $ifNull: (argument, scope) => {
    const parts = arrayOf('$ifNull', argument).map((part) => scope.compile(part))
    if (parts.length < 2) throw badRequest('$ifNull needs at least two arguments')
    return (env) => {
      for (const part of parts.slice(0, -1)) {
        const value = part(env)
        if (!isMissing(value)) return value
      }
      return parts[parts.length - 1]?.(env)
    }
  },
  $let: letIn,
  $literal: (argument) => () => argument,
}
