/** What a document holds in memory; `undefined` stands for a missing field and is never stored. */
export type Value = null | boolean | number | string | Date | RegExp | Value[] | Document
export interface Document {
  [field: string]: Value
}

export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date) && !(value instanceof RegExp)

/** MongoDB's order of types, for sorting and for comparing only like with like. */
export function typeRank(value: Value | undefined): number {
  if (value === undefined) return 0
  if (value === null) return 1
  switch (typeof value) {
    case 'number':
      return 2
    case 'string':
      return 3
    case 'boolean':
      return 7
  }
  if (Array.isArray(value)) return 5
  if (value instanceof Date) return 8
  if (value instanceof RegExp) return 9
  return 4
}

/** Orders any two values as MongoDB does (missing first, then null, numbers, strings, …, dates). */
export function compareValues(a: Value | undefined, b: Value | undefined): number {
  const rank = typeRank(a) - typeRank(b)
  if (rank !== 0) return rank
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b)
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b)
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (a instanceof Date && b instanceof Date) return compareNumbers(a.getTime(), b.getTime())
  if (a instanceof RegExp && b instanceof RegExp) return compareStrings(a.source, b.source) || compareStrings(a.flags, b.flags)
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b)
  if (isDocument(a) && isDocument(b)) return compareDocuments(a, b)
  return 0
}

/** Equality as MongoDB means it: the order of an object's keys matters, `undefined` equals nothing but itself. */
export const equalValues = (a: Value | undefined, b: Value | undefined): boolean => a === b || compareValues(a, b) === 0

/** NaN is the smallest number, so that sorting is total. */
function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a))
  return a < b ? -1 : a > b ? 1 : 0
}

/** Strings compare by UTF-8 bytes; UTF-16 units give the same order except where surrogates meet U+E000–U+FFFF. */
function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return liftSurrogate(x) - liftSurrogate(y)
  }
  return a.length - b.length
}

const liftSurrogate = (unit: number) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

function compareArrays(a: Value[], b: Value[]): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const order = compareValues(a[i], b[i])
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Field by field in stored order: first the value's type, then the name, then the value. */
function compareDocuments(a: Document, b: Document): number {
  const left = Object.keys(a)
  const right = Object.keys(b)
  const length = Math.min(left.length, right.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [left[i] as string, right[i] as string]
    const order = typeRank(a[x]) - typeRank(b[y]) || compareStrings(x, y) || compareValues(a[x], b[y])
    if (order !== 0) return order
  }
  return left.length - right.length
}
