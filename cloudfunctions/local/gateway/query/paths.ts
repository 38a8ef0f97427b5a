import { badRequest } from '../door/errors'
import { isDocument, type Document, type Value } from './values'

export type Visit = (value: Value | undefined) => boolean

/** Documents are at most 100 levels deep on CloudBase; a longer path could only cost time. */
const MAX_PARTS = 200

/** `"a.b"` as its pieces. */
export const splitPath = (path: string): string[] => path.split('.')

/**
 * A path that a client wrote, as its pieces. Refused are empty names, more than 200 pieces, and
 * `__proto__`, which no document can have.
 */
export function checkedPath(path: string): string[] {
  // Counted before it is cut up: the pieces of a long one would cost more than the refusal.
  if (path.length > MAX_PARTS && tooMany(path)) throw badRequest(`a path may have at most ${MAX_PARTS} parts: ${path.slice(0, 40)}…`)
  const parts = splitPath(path)
  if (parts.includes('')) throw badRequest(`a field name cannot be empty: '${path}'`)
  if (parts.includes('__proto__')) throw badRequest('a field cannot be named __proto__')
  return parts
}

function tooMany(path: string): boolean {
  let parts = 1
  for (let at = path.indexOf('.'); at >= 0 && parts <= MAX_PARTS; at = path.indexOf('.', at + 1)) parts++
  return parts > MAX_PARTS
}

/** A field of the document's own; what every object inherits (`constructor`, `toString`) is no field. */
export const field = (document: Document, name: string): Value | undefined => (Object.hasOwn(document, name) ? document[name] : undefined)

/**
 * Whether any value MongoDB would look at for a dotted path satisfies `visit`: arrays on the way are
 * searched element by element, a number also means an index, and with `expand` an array at the end
 * offers its elements before itself. A missing field is offered as `undefined`.
 */
export function someAtPath(document: Document, parts: readonly string[], expand: boolean, visit: Visit, from = 0): boolean {
  let value = field(document, parts[from] as string)
  for (let i = from; ; i++) {
    if (i === parts.length - 1) return someAtLeaf(value, expand, visit)
    if (Array.isArray(value)) return someInArray(value, parts, expand, visit, i + 1)
    if (!isDocument(value)) return visit(undefined)
    value = field(value, parts[i + 1] as string)
  }
}

function someAtLeaf(value: Value | undefined, expand: boolean, visit: Visit): boolean {
  if (expand && Array.isArray(value) && value.some(visit)) return true
  return visit(value)
}

function someInArray(array: Value[], parts: readonly string[], expand: boolean, visit: Visit, at: number): boolean {
  const index = /^\d+$/.test(parts[at] as string) ? Number(parts[at]) : -1
  return array.some((element, i) => {
    if (isDocument(element) && someAtPath(element, parts, expand, visit, at)) return true
    if (i !== index) return false
    if (at === parts.length - 1) return visit(element)
    if (isDocument(element)) return someAtPath(element, parts, expand, visit, at + 1)
    return Array.isArray(element) && someInArray(element, parts, expand, visit, at + 1)
  })
}

/** Every value `someAtPath` would offer; with `expand` an array gives its elements, not itself. */
export function valuesAtPath(document: Document, parts: readonly string[]): (Value | undefined)[] {
  const found: (Value | undefined)[] = []
  someAtPath(document, parts, false, (value) => {
    if (Array.isArray(value)) found.push(...value)
    else found.push(value)
    return false
  })
  return found
}
