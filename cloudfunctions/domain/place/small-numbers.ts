/** A count that may be told: itself, or that it is 1 to 4. */
export type Counted = number | 'few'

const fewest = 5

/** 1 to 4 are not told apart: so few are somebody. */
export const asCounted = (count: number): Counted => (count > 0 && count < fewest ? 'few' : count)

export const isFew = (count: number): boolean => asCounted(count) === 'few'

/** How many households of a kind there are, as a village's page names it. */
export interface KindCount<N = Counted> {
  name: string
  households: N
}

/**
 * A village's households by kind so that no small number can be worked out: their sum is told as well, so where one kind is `few`, the
 * last one that is not is left out, and the few may be any of 1 to 4. Where even then only one answer would fit, and in a village of
 * fewer households than five for each kind (there is no room to hide a small number among them), nothing is told by kind. Holds against
 * somebody who knows this rule. `counts`: every kind there is, with those that nobody has.
 */
export function countByKind(counts: readonly KindCount<number>[]): KindCount[] {
  const total = counts.reduce((sum, { households }) => sum + households, 0)
  if (total < fewest * counts.length) return []
  const told = counts.map(({ name, households }): KindCount => ({ name, households: asCounted(households) }))
  const few = counts.filter(({ households }) => isFew(households))
  if (few.length === 0) return told
  const leftOut = counts.filter(({ households }) => households >= fewest).at(-1)!
  const onlyOneFits = leftOut.households === fewest && few.every(({ households }) => households === 1)
  return onlyOneFits ? [] : told.filter(({ name }) => name !== leftOut.name)
}
