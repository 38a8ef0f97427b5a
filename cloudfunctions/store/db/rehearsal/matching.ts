import type { Filter } from '../collection'

/** A document as it is stored. */
export type Document = Record<string, unknown> & { _id: string }
type Test = (document: Record<string, unknown>) => boolean
type TestOfValues = (values: unknown[]) => boolean

/**
 * A filter as a test on one document, in MongoDB's meaning: a list is met by its elements, `null` by what is not there. Only what
 * stores ask with. @throws Error naming an operator that is not among that: a rehearsal must not guess.
 */
export function matcherOf(filter: Filter): Test {
  const tests = Object.entries(filter).map(([key, asked]): Test => {
    if (key === '$and' || key === '$or' || key === '$nor') {
      const parts = (asked as Filter[]).map(matcherOf)
      if (key === '$and') return (document) => parts.every((test) => test(document))
      return (document) => parts.some((test) => test(document)) === (key === '$or')
    }
    if (key.startsWith('$')) throw unknown(key)
    const test = valueTest(asked)
    return (document) => test(valuesAt(document, key.split('.')))
  })
  return (document) => tests.every((test) => test(document))
}

/** Refuses an operator by its name. */
export const unknown = (operator: string): Error => new Error(`A rehearsal does not know ${operator}`)

function valueTest(asked: unknown): TestOfValues {
  if (!isOperators(asked)) return holds(asked)
  const tests = Object.entries(asked).map(([operator, value]) => {
    const make = operators[operator]
    if (!make) throw unknown(operator)
    return make(value)
  })
  return (values) => tests.every((test) => test(values))
}

const isOperators = (asked: unknown): asked is Record<string, unknown> =>
  typeof asked === 'object' && asked !== null && !Array.isArray(asked) && Object.keys(asked).some((key) => key.startsWith('$'))

/** The values at a path and, of lists, their elements too; nothing where there is none. */
function valuesAt(value: unknown, [name, ...below]: string[]): unknown[] {
  if (name === undefined) return value === undefined ? [] : Array.isArray(value) ? [value, ...(value as unknown[])] : [value]
  if (Array.isArray(value)) {
    const each = value.filter((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
    const own = /^\d+$/.test(name) ? valuesAt(value[Number(name)], below) : []
    return [...own, ...each.flatMap((one) => valuesAt(one, [name, ...below]))]
  }
  if (typeof value !== 'object' || value === null) return []
  return valuesAt((value as Record<string, unknown>)[name], below)
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))

const holds =
  (asked: unknown): TestOfValues =>
  (values) =>
    values.some((value) => same(value, asked)) || (asked === null && values.length === 0)

const ordered =
  (fits: (order: number) => boolean) =>
  (asked: unknown): TestOfValues =>
  (values) =>
    values.some((value) => typeof value === typeof asked && value !== null && fits(compare(value, asked)))

const isIn = (asked: unknown): TestOfValues => {
  const simple = new Set(asked as unknown[])
  const others = (asked as unknown[]).filter((one) => typeof one === 'object' && one !== null)
  return (values) =>
    values.some((value) => simple.has(value) || others.some((one) => same(one, value))) || (simple.has(null) && values.length === 0)
}

const not =
  (make: (asked: unknown) => TestOfValues) =>
  (asked: unknown): TestOfValues => {
    const test = make(asked)
    return (values) => !test(values)
  }

const operators: Record<string, (asked: unknown) => TestOfValues> = {
  $eq: holds,
  $ne: not(holds),
  $in: isIn,
  $nin: not(isIn),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $exists: (asked) => (values) => values.length > 0 === asked,
}

/** How two values of one field follow each other; what is not there comes first. */
export function compare(a: unknown, b: unknown): number {
  const [left, right] = [a ?? null, b ?? null]
  if (left === right) return 0
  if (left === null || right === null) return left === null ? -1 : 1
  return (left as string | number) < (right as string | number) ? -1 : 1
}
