import { nameOf } from '../../door/ejson'
import type { Value } from '../../query/values'
import { arrayOf, isMissing, operator, type Build } from '../scope'
import { truthy } from './logic'

/** The values without repetitions, each where it came first. */
export function distinct(values: Value[]): Value[] {
  const found = new Map<string, Value>()
  for (const value of values) {
    const name = nameOf(value)
    if (!found.has(name)) found.set(name, value)
  }
  return [...found.values()]
}

const namesOf = (values: Value[]) => new Set(values.map(nameOf))

/** Null or missing in, null out. */
const ofSets = (name: string, least: number, most: number, compute: (...sets: Value[][]) => Value): Build =>
  operator(name, least, most, (...sets) => (sets.some(isMissing) ? null : compute(...sets.map((set) => arrayOf(name, set)))))

/** These two refuse null. */
const compared = (name: string, most: number, compute: (...sets: Set<string>[]) => Value): Build =>
  operator(name, 2, most, (...sets) => compute(...sets.map((set) => namesOf(arrayOf(name, set)))))

const within = (a: Set<string>, b: Set<string>) => [...a].every((name) => b.has(name))

export const SETS: Record<string, Build> = {
  $setEquals: compared('$setEquals', Infinity, (first, ...others) =>
    others.every((other) => other.size === first?.size && within(first, other)),
  ),
  $setIsSubset: compared('$setIsSubset', 2, (a, b) => within(a as Set<string>, b as Set<string>)),
  $setUnion: ofSets('$setUnion', 0, Infinity, (...sets) => distinct(sets.flat(1))),
  $setIntersection: ofSets('$setIntersection', 0, Infinity, (first = [], ...others) => {
    const names = others.map(namesOf)
    return distinct(first).filter((value) => names.every((set) => set.has(nameOf(value))))
  }),
  $setDifference: ofSets('$setDifference', 2, 2, (a = [], b = []) => {
    const without = namesOf(b)
    return distinct(a).filter((value) => !without.has(nameOf(value)))
  }),
  $allElementsTrue: operator('$allElementsTrue', 1, 1, (list) => arrayOf('$allElementsTrue', list).every(truthy)),
  $anyElementTrue: operator('$anyElementTrue', 1, 1, (list) => arrayOf('$anyElementTrue', list).some(truthy)),
}
