import { isDocument, type Document, type Value } from './values'

export type Visit = (value: Value | undefined) => boolean

/** `"a.b"` as its pieces. */
export const splitPath = (path: string): string[] => path.split('.')

const field = (document: Document, name: string): Value | undefined => (Object.hasOwn(document, name) ? document[name] : undefined)

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
