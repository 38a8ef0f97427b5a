import { badRequest } from '../door/errors'
import { checkedPath, someAtPath, splitPath } from './paths'
import { compareValues, isDocument, type Document, type Value } from './values'

/** Paths with their direction, the most important first. */
export type Order = { path: string; direction: 1 | -1 }[]

export function parseOrder(value: Value): Order {
  if (!isDocument(value)) throw badRequest('an order must be an object')
  return Object.entries(value).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) throw badRequest(`the order of ${path} must be 1 or -1`)
    checkedPath(path)
    return { path, direction }
  })
}

/** Compares two documents; an array counts as its smallest element, or its largest when descending. */
export function comparator(order: Order): (a: Document, b: Document) => number {
  const keys = order.map(({ path, direction }) => ({ parts: splitPath(path), direction }))
  return (a, b) => {
    for (const { parts, direction } of keys) {
      const result = compareValues(sortValue(a, parts, direction), sortValue(b, parts, direction)) * direction
      if (result !== 0) return result
    }
    return 0
  }
}

/** Missing sorts as null; an empty array sorts below it. */
function sortValue(document: Document, parts: string[], direction: 1 | -1): Value | undefined {
  let best: Value | undefined
  let found = false
  const offer = (value: Value | undefined) => {
    const key = value ?? null
    if (!found || compareValues(key, best) * direction < 0) best = key
    found = true
  }
  someAtPath(document, parts, false, (value) => {
    if (Array.isArray(value)) value.forEach(offer)
    else offer(value)
    return false
  })
  return best
}

/** Sorts documents in place of their rows; equal ones keep their order. */
export function sortRows<Row>(rows: Row[], documentOf: (row: Row) => Document, order: Order): Row[] {
  const compare = comparator(order)
  return rows.sort((a, b) => compare(documentOf(a), documentOf(b)))
}
