import type { Day } from '../time/dates'

interface Ranked {
  value: string
  on: Day | ''
  rank: number
}

/** Of two statements the one that holds, whichever came first: the surer source, the later day, then the same one in any order. */
export function holdsBefore(a: Ranked, b: Ranked): boolean {
  if (a.rank !== b.rank) return a.rank < b.rank
  if (a.on !== b.on) return a.on > b.on
  return a.value <= b.value
}
