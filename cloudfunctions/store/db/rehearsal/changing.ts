import type { Filter } from '../collection'
import { matcherOf, unknown, type Document } from './matching'

/**
 * A document after a MongoDB update; the one given stays as it is. Only what stores write with.
 * @throws Error naming an operator that is not among that.
 */
export function changed(document: Document, update: Filter): Document {
  const next = structuredClone(document)
  for (const [operator, fields] of Object.entries(plain(update))) {
    const change = operators[operator]
    if (!change) throw unknown(operator)
    for (const [path, value] of Object.entries(fields as Record<string, unknown>)) {
      const [holder, name] = holderAt(next, path, operator)
      if (holder) change(holder, name, value)
    }
  }
  return next
}

/** As it is stored: what is `undefined` is not. */
export const plain = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T))

type Holder = Record<string, unknown>

/** The object in which the last name of a path stands; made on the way, except for what only takes away. */
function holderAt(document: Holder, path: string, operator: string): [Holder | undefined, string] {
  const names = path.split('.')
  const last = names.pop()!
  let holder = document
  for (const name of names) {
    const below = holder[name]
    if (below === undefined && takesAway.has(operator)) return [undefined, last]
    if (below === undefined) holder[name] = {}
    else if (typeof below !== 'object' || below === null) throw new Error(`Nothing can stand at ${path}`)
    holder = holder[name] as Holder
  }
  return [holder, last]
}

const takesAway = new Set(['$unset', '$pull'])

const listIn = (holder: Holder, name: string): unknown[] => (holder[name] ??= []) as unknown[]
const eachOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null && '$each' in value ? (value.$each as unknown[]) : [value]
const key = (value: unknown): string => JSON.stringify(value)

const operators: Record<string, (holder: Holder, name: string, value: unknown) => void> = {
  $set: (holder, name, value) => void (holder[name] = value),
  $unset: (holder, name) => void delete holder[name],
  $inc: (holder, name, value) => void (holder[name] = ((holder[name] as number | undefined) ?? 0) + (value as number)),
  $push: (holder, name, value) => void listIn(holder, name).push(...eachOf(value)),
  $addToSet(holder, name, value) {
    const list = listIn(holder, name)
    for (const one of eachOf(value)) if (!list.some((there) => key(there) === key(one))) list.push(one)
  },
  $pull(holder, name, value) {
    const list = holder[name] as unknown[] | undefined
    if (list) holder[name] = list.filter(kept(value))
  },
}

/** What stays when `value` is pulled: a condition on elements that are objects, on the element itself, or the element. */
function kept(value: unknown): (one: unknown) => boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return (one) => key(one) !== key(value)
  const ownOperators = Object.keys(value).some((name) => name.startsWith('$'))
  const test = matcherOf(ownOperators ? { element: value } : (value as Filter))
  return (one) => !(ownOperators ? test({ element: one }) : typeof one === 'object' && one !== null && test(one as Holder))
}
