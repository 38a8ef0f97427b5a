/** Seeded chance: the same seed and label give the same throws on every machine. */
export interface Dice {
  /** 0 ≤ x < 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  chance(share: number): boolean
  pick<T>(items: readonly T[]): T
  weighted<T extends { weight: number }>(items: readonly T[]): T
  shuffle<T>(items: readonly T[]): T[]
}

/** One stream of throws per label, so that one more throw for cards does not change the names. */
export function dice(seed: number, label: string): Dice {
  const next = mulberry32(hash(label) ^ seed)
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (items) => items[int(0, items.length - 1)]!,
    weighted: (items) => {
      let left = next() * items.reduce((sum, item) => sum + item.weight, 0)
      return items.find((item) => (left -= item.weight) < 0) ?? items[items.length - 1]!
    },
    shuffle: (items) => {
      const shuffled = [...items]
      for (let i = shuffled.length - 1; i > 0; i--) {
        const k = int(0, i)
        ;[shuffled[i], shuffled[k]] = [shuffled[k]!, shuffled[i]!]
      }
      return shuffled
    },
  }
}

/** Tommy Ettinger's mulberry32: 32 bits of state, enough for a demo. */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** FNV-1a. */
const hash = (text: string): number =>
  [...text].reduce((sum, character) => Math.imul(sum ^ character.codePointAt(0)!, 16_777_619), 2_166_136_261)
