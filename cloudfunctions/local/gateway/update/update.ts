import { badRequest } from '../errors'
import { isDocument, type Document, type Value } from '../values'
import { ARRAY_OPERATORS } from './arrays'
import { FIELD_OPERATORS } from './fields'
import { targets, type Target } from './targets'

/** Changes the value at one place; it may read what stands there. */
export type Apply = (target: Target) => void
/** Checks an operator's argument once and returns what to do at each place. */
export type Prepare = (argument: Value, path: string) => Apply

export interface UpdateContext {
  /** ms since 1970, for `$currentDate`. */
  now: number
  /** The document is being created by an upsert, so `$setOnInsert` applies. */
  inserting: boolean
  /** The array index that the query matched at a path, for the positional `$`. */
  position(document: Document, path: string): number
}

interface Step { path: string; apply: Apply; operator: string }

/** Reads an update; unknown operators, conflicting paths and changes of `_id` are refused before anything is touched. */
export function parseUpdate(update: Value, { now, inserting, position }: UpdateContext): (document: Document) => void {
  if (!isDocument(update) || Object.keys(update).length === 0) throw badRequest('an update must be a nonempty object of operators')
  const steps = Object.entries(update).flatMap(([operator, argument]) => parseOperator(operator, argument, now, inserting))
  checkPaths(steps.flatMap(({ path, apply, operator }) => (operator === '$rename' ? [path, (apply as RenameApply).to] : [path])))
  return (document) => {
    for (const { path, apply, operator } of steps) {
      for (const target of targets(document, path, { create: CREATES.has(operator), position })) apply(target)
    }
  }
}

type RenameApply = Apply & { to: string }

/** Operators that bring a missing field, and the objects around it, into being. */
const CREATES = new Set(['$set', '$inc', '$mul', '$min', '$max', '$bit', '$push', '$addToSet', '$currentDate', '$setOnInsert'])

function parseOperator(operator: string, argument: Value, now: number, inserting: boolean): Step[] {
  const prepare = operators(now)[operator]
  if (!prepare) throw badRequest(operator.startsWith('$') ? `Unknown modifier: ${operator}` : `an update needs operators, found the field ${operator}`)
  if (!isDocument(argument)) throw badRequest(`Modifiers operate on fields but we found type ${typeof argument} instead, for ${operator}`)
  const steps = Object.entries(argument).map(([path, value]) => ({ path, apply: prepare(value, path), operator }))
  return operator === '$setOnInsert' && !inserting ? [] : steps
}

const operators = (now: number): Record<string, Prepare | undefined> => ({ ...FIELD_OPERATORS(now), ...ARRAY_OPERATORS })

function checkPaths(paths: string[]): void {
  const sorted = [...paths].sort()
  for (const path of sorted) {
    const parts = path.split('.')
    if (parts.some((part) => part === '')) throw badRequest(`The update path '${path}' contains an empty field name`)
    if (parts[0]?.startsWith('$') || parts.some((part) => part.startsWith('$') && !/^\$(\[\])?$/.test(part))) throw badRequest(`The dollar ($) prefixed field '${path}' is not valid for storage.`)
    if (parts[0] === '_id') throw badRequest(`Performing an update on the path '${path}' would modify the immutable field '_id'`)
    if (parts.includes('__proto__')) throw badRequest('a field cannot be named __proto__')
  }
  const all = new Set<string>()
  for (const path of paths) {
    const parts = path.split('.')
    const clash = all.has(path) || parts.some((_, i) => i > 0 && all.has(parts.slice(0, i).join('.'))) || [...all].some((other) => other.startsWith(`${path}.`))
    if (clash) throw badRequest(`Updating the path '${path}' would create a conflict at '${path}'`)
    all.add(path)
  }
}
