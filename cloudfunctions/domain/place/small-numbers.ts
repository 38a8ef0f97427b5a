import { categories, type Category } from '../register/register'

/** A count that may be told: itself, or that it is 1 to 4. */
export type Counted = number | 'few'

const fewest = 5

/** 1 to 4 are not told apart: so few are somebody. */
export const asCounted = (count: number): Counted => (count > 0 && count < fewest ? 'few' : count)

export const isFew = (count: number): boolean => asCounted(count) === 'few'

export interface CategoryCount {
  category: Category
  households: Counted
}

/** Below this there is no room to hide a small number among four kinds. */
const enoughForKinds = fewest * categories.length

/**
 * A village's households by category so that no small number can be worked out: their sum is told as well, so where one category is
 * `few`, the last one that is not is left out, and the few may be any of 1 to 4. Where even then only one answer would fit, and in a
 * village of fewer than 20 households, nothing is told by category. Holds against somebody who knows this rule.
 */
export function countByCategory(counts: Readonly<Record<Category, number>>): CategoryCount[] {
  const total = categories.reduce((sum, category) => sum + counts[category], 0)
  if (total < enoughForKinds) return []
  const told = categories.map((category): CategoryCount => ({ category, households: asCounted(counts[category]) }))
  const few = categories.filter((category) => isFew(counts[category]))
  if (few.length === 0) return told
  const leftOut = categories.filter((category) => counts[category] >= fewest).at(-1)!
  const onlyOneFits = counts[leftOut] === fewest && few.every((category) => counts[category] === 1)
  return onlyOneFits ? [] : told.filter(({ category }) => category !== leftOut)
}
