import { badRequest } from '../door/errors'
import { isDocument, typeRank, type Document, type Value } from '../query/values'

/** One place that an operator changes: a field of an object or an element of an array. */
export interface Target {
  path: string
  /** What stands there, `undefined` when nothing does. */
  get(): Value | undefined
  set(value: Value): void
  remove(): void
  /** The document it is in, for `$rename`. */
  root: Document
}

/** Changes the value at one place; it may read what stands there. */
export type Apply = (target: Target) => void
/** Checks an operator's argument once and returns what to do at each place. */
export type Prepare = (argument: Value, path: string) => Apply

export interface Walk {
  create: boolean
  position(document: Document, path: string): number
}

/** The places that an update path means; `$` and `$[]` stand for array elements. Missing parents are made if asked. */
export function targets(root: Document, path: string, walk: Walk): Target[] {
  return descend(root, root, path.split('.'), '', walk, path)
}

function descend(
  root: Document,
  holder: Document | Value[],
  [part, ...below]: string[],
  prefix: string,
  walk: Walk,
  path: string,
): Target[] {
  if (part === undefined) return []
  if (part === '$[]') {
    if (!Array.isArray(holder)) throw badRequest(`The path '${prefix}' must be an array to use $[]`)
    return holder.flatMap((_, i) => descend(root, holder, [String(i), ...below], prefix, walk, path))
  }
  const name = part === '$' ? String(walk.position(root, prefix)) : part
  const here = prefix === '' ? name : `${prefix}.${name}`
  if (below.length === 0) return [target(root, holder, name, path)]
  const next = child(holder, name)
  if (isContainer(next)) return descend(root, next, below, here, walk, path)
  if (!walk.create) return []
  if (next !== undefined) throw badRequest(`Cannot create field '${below[0]}' in element {${name}: ${JSON.stringify(next)}}`)
  const made: Document = {}
  target(root, holder, name, path).set(made)
  return descend(root, made, below, here, walk, path)
}

const isContainer = (value: Value | undefined): value is Document | Value[] => isDocument(value) || Array.isArray(value)

function child(holder: Document | Value[], name: string): Value | undefined {
  if (Array.isArray(holder)) return /^\d+$/.test(name) ? holder[Number(name)] : undefined
  return Object.hasOwn(holder, name) ? holder[name] : undefined
}

/** More than this would let one small request fill the memory with nulls; MongoDB's own limit is the same. */
const MAX_PADDING = 1_500_000

function target(root: Document, holder: Document | Value[], name: string, path: string): Target {
  const get = () => child(holder, name)
  if (!Array.isArray(holder))
    return {
      path,
      root,
      get,
      set: (value) => {
        holder[name] = value
      },
      remove: () => {
        delete holder[name]
      },
    }
  return {
    path,
    root,
    get,
    set(value) {
      const index = /^\d+$/.test(name) ? Number(name) : -1
      if (index < 0) throw badRequest(`Cannot create field '${name}' in element of type array`)
      if (index - holder.length > MAX_PADDING) throw badRequest(`cannot fill an array with more than ${MAX_PADDING} nulls`)
      while (holder.length < index) holder.push(null)
      holder[index] = value
    },
    // As in MongoDB, taking an element away leaves a null, so that the others keep their places.
    remove() {
      if (get() !== undefined) holder[Number(name)] = null
    },
  }
}

/** A name for a value's type, for messages. */
export const typeName = (value: Value | undefined): string =>
  ['missing', 'null', 'number', 'string', 'object', 'array', '', 'bool', 'date', 'regex'][typeRank(value)] ?? 'object'
