import { badRequest } from '../door/errors'
import type { Document, Value } from '../query/values'
import type { Work } from '../query/work'

/** The variables of `$let`, `$map`, `$lookup` and their like, the innermost first. */
export interface Bindings {
  name: string
  value: Value | undefined
  outer: Bindings | undefined
}

/** What an expression looks at: a document and the variables around it. */
export interface Env {
  root: Document
  bindings: Bindings | undefined
}

/** A compiled expression; `undefined` is a missing value. */
export type Eval = (env: Env) => Value | undefined

/** What is known where an expression is compiled. */
export interface Scope {
  work: Work
  /** Compiles an expression inside which these variables are known too. */
  compile(expression: Value, ...names: string[]): Eval
}

/** Checks an operator's argument and compiles it. */
export type Build = (argument: Value, scope: Scope) => Eval

export const bind = ({ root, bindings }: Env, name: string, value: Value | undefined): Env => ({
  root,
  bindings: { name, value, outer: bindings },
})

/** Sets a field of an object that is being made; what JavaScript would take for a prototype is refused. */
export function put(document: Document, name: string, value: Value | undefined): void {
  if (name === '__proto__') throw badRequest('a field cannot be named __proto__')
  if (value === undefined) delete document[name]
  else document[name] = value
}

export const isMissing = (value: Value | undefined): value is null | undefined => value === null || value === undefined

/** The members of an operator's argument by name; those it does not know are refused. */
export function members(operator: string, argument: Value, required: string[], optional: string[] = []): Record<string, Value | undefined> {
  if (typeof argument !== 'object' || argument === null || Array.isArray(argument))
    throw badRequest(`${operator} needs an object with ${required.join(', ')}`)
  const given = argument as Document
  for (const name of required) if (!Object.hasOwn(given, name)) throw badRequest(`Missing '${name}' parameter to ${operator}`)
  for (const name of Object.keys(given))
    if (!required.includes(name) && !optional.includes(name)) throw badRequest(`Unrecognized parameter to ${operator}: ${name}`)
  return Object.fromEntries([...required, ...optional].map((name) => [name, Object.hasOwn(given, name) ? given[name] : undefined]))
}

/** An operator of between `least` and `most` expressions, given their values; one may stand without a list. */
export const operator =
  (name: string, least: number, most: number, compute: (...values: (Value | undefined)[]) => Value | undefined): Build =>
  (argument, scope) => {
    const list = Array.isArray(argument) ? argument : [argument]
    if (list.length < least || list.length > most)
      throw badRequest(
        `Expression ${name} takes ${least === most ? `exactly ${least}` : most === Infinity ? `at least ${least}` : `between ${least} and ${most}`} arguments. ${list.length} were passed in.`,
      )
    const parts = list.map((part) => scope.compile(part))
    return (env) => compute(...parts.map((part) => part(env)))
  }

export function arrayOf(name: string, value: Value | undefined): Value[] {
  if (!Array.isArray(value)) throw badRequest(`${name} needs an array`)
  return value
}

export function integer(name: string, value: Value | undefined): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw badRequest(`${name} needs a whole number, not ${JSON.stringify(value)}`)
  return value
}

export function text(name: string, value: Value | undefined): string {
  if (typeof value !== 'string') throw badRequest(`${name} needs a string, not ${JSON.stringify(value)}`)
  return value
}
