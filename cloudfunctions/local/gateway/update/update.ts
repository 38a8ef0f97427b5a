import { badRequest } from '../door/errors'
import { checkedPath } from '../query/paths'
import { isDocument, type Document, type Value } from '../query/values'
import { ARRAY_OPERATORS } from './arrays'
import { FIELD_OPERATORS } from './fields'
import { targets, type Apply, type Prepare } from './targets'

export interface UpdateContext {
  /** ms since 1970, for `$currentDate`. */
  now: number
  /** The document is being created by an upsert, so `$setOnInsert` applies. */
  inserting: boolean
  /** The array index that the query matched at a path, for the positional `$`. */
  position(document: Document, path: string): number
}

interface Step {
  path: string
  apply: Apply
  operator: string
}

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
  const known = operators(now)
  const prepare = Object.hasOwn(known, operator) ? known[operator] : undefined
  if (!prepare)
    throw badRequest(operator.startsWith('$') ? `Unknown modifier: ${operator}` : `an update needs operators, found the field ${operator}`)
  if (!isDocument(argument)) throw badRequest(`Modifiers operate on fields but we found type ${typeof argument} instead, for ${operator}`)
  const steps = Object.entries(argument).map(([path, value]) => ({ path, apply: prepare(value, path), operator }))
  return operator === '$setOnInsert' && !inserting ? [] : steps
}

const operators = (now: number): Record<string, Prepare | undefined> => ({ ...FIELD_OPERATORS(now), ...ARRAY_OPERATORS })

/** The paths by their pieces; `true` ends one. */
type Taken = Map<string, Taken | true>

function checkPaths(paths: string[]): void {
  const all: Taken = new Map()
  for (const path of paths) {
    const parts = checkedPath(path)
    if (parts[0]?.startsWith('$') || parts.some((part) => part.startsWith('$') && !/^\$(\[\])?$/.test(part)))
      throw badRequest(`The dollar ($) prefixed field '${path}' is not valid for storage.`)
    if (parts[0] === '_id') throw badRequest(`Performing an update on the path '${path}' would modify the immutable field '_id'`)
    if (!take(all, parts)) throw badRequest(`Updating the path '${path}' would create a conflict at '${path}'`)
  }
}

/** Notes a path; false when it, a part of it or something inside it is there already. */
function take(all: Taken, parts: string[]): boolean {
  let at = all
  for (const [i, part] of parts.entries()) {
    const known = at.get(part)
    if (known === true || (known !== undefined && i === parts.length - 1)) return false
    const below: Taken = known ?? new Map<string, Taken | true>()
    if (known === undefined) at.set(part, i === parts.length - 1 ? true : below)
    at = below
  }
  return true
}
