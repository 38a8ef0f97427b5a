import { badRequest } from '../../door/errors'
import { checkedPath } from '../../query/paths'
import { isDocument, type Document, type Value } from '../../query/values'
import { put, type Env, type Eval } from '../scope'

/** What becomes of the fields of a document: kept, dropped, computed, or shaped further within. */
export type Shape = Map<string, 'keep' | 'drop' | Eval | Shape>

const isEval = (rule: unknown): rule is Eval => typeof rule === 'function'

/** Puts a rule at a path; two rules that meet are refused. */
export function addRule(shape: Shape, path: string, rule: 'keep' | 'drop' | Eval): void {
  const parts = checkedPath(path)
  if (parts.some((part) => part.startsWith('$'))) throw badRequest(`FieldPath field names may not start with '$': ${path}`)
  let at = shape
  parts.forEach((part, i) => {
    const known = at.get(part)
    if (i === parts.length - 1 ? known !== undefined : known !== undefined && !(known instanceof Map))
      throw badRequest(`Invalid projection: Path collision at ${path}`)
    if (i === parts.length - 1) at.set(part, rule)
    else {
      const below: Shape = known instanceof Map ? known : new Map()
      at.set(part, below)
      at = below
    }
  })
}

/**
 * Keeps or drops fields, also inside the objects of arrays. Where fields are kept, scalars in the way are not, unless what is
 * computed will take their place.
 */
export function trim(value: Value, shape: Shape, keeping: boolean): Value | undefined {
  if (Array.isArray(value)) return value.map((item) => trim(item, shape, keeping)).filter((item) => item !== undefined)
  if (!isDocument(value)) return keeping && !computes(shape) ? undefined : value
  const result: Document = {}
  for (const name of Object.keys(value)) {
    const rule = shape.get(name)
    const part =
      rule instanceof Map
        ? trim(value[name] as Value, rule, keeping)
        : rule === 'keep' || (rule === undefined && !keeping)
          ? value[name]
          : undefined
    if (part !== undefined) put(result, name, part)
  }
  return result
}

/** Sets what is computed, in every element of an array on the way; what is no object there gives way to one. */
export function compute(value: Value | undefined, shape: Shape, env: Env): Value {
  if (Array.isArray(value)) return value.map((item) => compute(item, shape, env))
  const result: Document = isDocument(value) ? { ...value } : {}
  for (const [name, rule] of shape) {
    if (isEval(rule)) put(result, name, rule(env))
    else if (rule instanceof Map && computes(rule))
      put(result, name, compute(Object.hasOwn(result, name) ? result[name] : undefined, rule, env))
  }
  return result
}

const known = new WeakMap<Shape, boolean>()

/** Whether anything in a finished shape is computed. */
export function computes(shape: Shape): boolean {
  const before = known.get(shape)
  if (before !== undefined) return before
  const found = [...shape.values()].some((rule) => isEval(rule) || (rule instanceof Map && computes(rule)))
  known.set(shape, found)
  return found
}
