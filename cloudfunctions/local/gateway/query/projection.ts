import { badRequest } from '../door/errors'
import { matcher, type Match } from '../filter/match'
import { isOperatorObject } from '../filter/parse-field'
import { parseFilter } from '../filter/parse'
import { checkedPath, field, splitPath } from './paths'
import { isDocument, type Document, type Value } from './values'

export type Project = (document: Document) => Document

/** A tree of wanted or unwanted fields: `true` is a leaf. A map, so that no name can reach what objects inherit. */
type Tree = Map<string, Tree | true>

/** Reads `field({...})`: 1 or 0, and for arrays `$slice` and `$elemMatch`. */
export function parseProjection(spec: Value): Project {
  if (!isDocument(spec)) throw badRequest('a projection must be an object')
  const { _id: id, ...rest } = flatten(spec)
  const plain = Object.entries(rest).filter(([, value]) => !isOperatorObject(value))
  const wanted = plain.filter(([, value]) => isWanted(value)).map(([path]) => path)
  const unwanted = plain.filter(([, value]) => !isWanted(value)).map(([path]) => path)
  if (wanted.length > 0 && unwanted.length > 0) throw badRequest('Cannot do exclusion and inclusion in one projection')
  const arrays = Object.entries(rest)
    .filter(([, value]) => isOperatorObject(value))
    .map(([path, value]) => arrayProjection(path, value as Document))
  const matched = arrays.filter(({ only }) => only).map(({ path }) => path)
  // Like 1, `$elemMatch` asks for its field alone; `$slice` by itself keeps all the others.
  const including = wanted.length > 0 || matched.length > 0 || (id !== undefined && isWanted(id) && Object.keys(rest).length === 0)
  const keep = including
    ? tree([...wanted, ...arrays.map(({ path }) => path), ...(id === undefined || isWanted(id) ? ['_id'] : [])])
    : undefined
  const drop = tree([...unwanted, ...(id !== undefined && !isWanted(id) ? ['_id'] : [])])
  return (document) =>
    arrays.reduce((result, { apply }) => apply(result), keep ? (pick(document, keep) as Document) : (omit(document, drop) as Document))
}

function flatten(spec: Document, prefix = '', flat: Document = {}): Document {
  for (const [key, value] of Object.entries(spec)) {
    const path = prefix + key
    if (isDocument(value) && !isOperatorObject(value)) flatten(value, `${path}.`, flat)
    else {
      checkedPath(path)
      flat[path] = value
    }
  }
  return flat
}

function isWanted(value: Value): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  throw badRequest('a projection holds 1, 0, $slice or $elemMatch')
}

function tree(paths: string[]): Tree {
  const root: Tree = new Map()
  for (const path of paths) {
    let at = root
    const parts = splitPath(path)
    parts.forEach((part, i) => {
      const next = at.get(part)
      if (i === parts.length - 1 ? next !== undefined : next === true) throw badRequest(`Path collision at ${path}`)
      const below: Tree = next instanceof Map ? next : new Map<string, Tree | true>()
      at.set(part, i === parts.length - 1 ? true : below)
      at = below
    })
  }
  return root
}

/** Scalars inside an array on the way are left out, as MongoDB does. */
function pick(value: Value, keep: Tree): Value | undefined {
  if (Array.isArray(value)) return value.map((item) => pick(item, keep)).filter((item) => item !== undefined)
  if (!isDocument(value)) return undefined
  const result: Document = {}
  for (const name of Object.keys(value)) {
    const below = keep.get(name)
    const part = below === true ? value[name] : below && pick(value[name] as Value, below)
    if (part !== undefined) result[name] = part
  }
  return result
}

function omit(value: Value, drop: Tree): Value {
  if (Array.isArray(value)) return value.map((item) => omit(item, drop))
  if (!isDocument(value)) return value
  const result: Document = {}
  for (const name of Object.keys(value)) {
    const below = drop.get(name)
    if (below !== true) result[name] = below ? omit(value[name] as Value, below) : (value[name] as Value)
  }
  return result
}

interface ArrayProjection {
  path: string
  only: boolean
  apply: Project
}

function arrayProjection(path: string, spec: Document): ArrayProjection {
  const [operator, ...more] = Object.keys(spec)
  if (more.length > 0) throw badRequest(`a projection takes one operator, ${path} has several`)
  switch (operator) {
    case '$slice': {
      const slice = parseSlice(spec.$slice as Value)
      return { path, only: false, apply: (document) => replaceArray(document, splitPath(path), slice) }
    }
    case '$elemMatch': {
      const first = firstMatch(spec.$elemMatch as Value)
      return { path, only: true, apply: (document) => replaceArray(document, splitPath(path), first) }
    }
  }
  throw badRequest(`unknown projection operator ${operator}`)
}

function parseSlice(value: Value): (array: Value[]) => Value[] {
  if (typeof value === 'number') return (array) => (value < 0 ? array.slice(value) : array.slice(0, value))
  const [skip, limit] = Array.isArray(value) ? value : []
  if (typeof skip !== 'number' || typeof limit !== 'number' || limit <= 0)
    throw badRequest('$slice takes a number, or [skip, limit] with a positive limit')
  return (array) => {
    const from = skip < 0 ? Math.max(0, array.length + skip) : skip
    return array.slice(from, from + limit)
  }
}

/** The first element that matches, or nothing at all. */
function firstMatch(value: Value): (array: Value[]) => Value[] | undefined {
  const match: Match = matcher(parseFilter({ element: { $elemMatch: value } }))
  return (array) => {
    const found = array.find((element) => match({ element: [element] }))
    return found === undefined ? undefined : [found]
  }
}

/** A copy of the document with another array at the path; `undefined` takes the field out. */
function replaceArray(document: Document, [name, ...below]: string[], change: (array: Value[]) => Value[] | undefined): Document {
  const value = name === undefined ? undefined : field(document, name)
  if (name === undefined || value === undefined) return document
  if (below.length > 0) return isDocument(value) ? { ...document, [name]: replaceArray(value, below, change) } : document
  const { [name]: _, ...rest } = document
  const changed = Array.isArray(value) ? change(value) : value
  return changed === undefined ? rest : { ...document, [name]: changed }
}
