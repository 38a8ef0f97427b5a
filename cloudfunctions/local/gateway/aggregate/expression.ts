import { badRequest } from '../door/errors'
import type { Evaluate } from '../filter/match'
import { checkedPath, field } from '../query/paths'
import { isDocument, type Document, type Value } from '../query/values'
import type { Work } from '../query/work'
import { OPERATORS } from './operators/all'
import { put, type Build, type Env, type Eval, type Scope } from './scope'

/** Compiles an aggregation expression with MongoDB's meaning; operators that are not there are refused by name. */
export function compileExpression(expression: Value, work: Work, names: readonly string[] = []): Eval {
  const scope: Scope = { work, compile: (inner, ...more) => compileExpression(inner, work, more.length > 0 ? [...names, ...more] : names) }
  if (typeof expression === 'string') return expression.startsWith('$') ? compilePath(expression, names, work) : () => expression
  if (Array.isArray(expression)) {
    const parts = expression.map((part) => scope.compile(part))
    return (env) => parts.map((part) => part(env) ?? null)
  }
  return isDocument(expression) ? compileObject(expression, scope) : () => expression
}

/** `$expr` in queries. */
export const evaluateIn =
  (work: Work): Evaluate =>
  (expression) => {
    const value = compileExpression(expression, work)
    return (document) => value({ root: document, bindings: undefined })
  }

function compileObject(expression: Document, scope: Scope): Eval {
  const keys = Object.keys(expression)
  const [first] = keys
  if (first?.startsWith('$')) {
    if (keys.length > 1) throw badRequest(`An object representing an expression must have exactly one field: ${keys.join(', ')}`)
    const build: Build | undefined = Object.hasOwn(OPERATORS, first) ? OPERATORS[first] : undefined
    if (!build) throw badRequest(`Unrecognized expression '${first}'`)
    const run = build(expression[first] as Value, scope)
    return (env) => {
      scope.work.spend()
      return run(env)
    }
  }
  const parts = keys.map((key) => [fieldName(key), scope.compile(expression[key] as Value)] as const)
  return (env) => {
    const result: Document = {}
    for (const [key, part] of parts) put(result, key, part(env))
    return result
  }
}

export function fieldName(name: string): string {
  if (name.startsWith('$') || name.includes('.')) throw badRequest(`FieldPath field names may not start with '$' or contain '.': ${name}`)
  return name
}

/** `$a.b`, `$$name.b`; `$$ROOT` and `$$CURRENT` are the document. */
function compilePath(path: string, names: readonly string[], work: Work): Eval {
  if (!path.startsWith('$$')) {
    const parts = checkedPath(path.slice(1))
    return ({ root }) => walk(root, parts, 0)
  }
  const [name, ...below] = checkedPath(path.slice(2)) as [string, ...string[]]
  const start = variable(name, names, work)
  return below.length === 0 ? start : (env) => walkValue(start(env), below, 0)
}

function variable(name: string, names: readonly string[], work: Work): Eval {
  switch (name) {
    case 'ROOT':
    case 'CURRENT':
      return ({ root }) => root
    case 'REMOVE':
      return () => undefined
    case 'NOW':
      return () => new Date(work.now)
  }
  if (!names.includes(name)) throw badRequest(`Use of undefined variable: ${name}`)
  return (env) => lookUp(env, name)
}

function lookUp({ bindings }: Env, name: string): Value | undefined {
  let at = bindings
  while (at && at.name !== name) at = at.outer
  return at?.value
}

/** A path leads through objects; an array on the way gives an array of what its objects hold there. A number is a name like any other. */
function walk(document: Document, parts: readonly string[], at: number): Value | undefined {
  const value = field(document, parts[at] as string)
  return at === parts.length - 1 ? value : walkValue(value, parts, at + 1)
}

function walkValue(value: Value | undefined, parts: readonly string[], at: number): Value | undefined {
  if (isDocument(value)) return walk(value, parts, at)
  if (!Array.isArray(value)) return undefined
  return value.flatMap((item) => {
    const found = isDocument(item) ? walk(item, parts, at) : undefined
    return found === undefined ? [] : [found]
  })
}
