import { hash } from 'node:crypto'
import { blindIndexes, digest, seal } from '#kernel/seal/seal'
import type { Keys } from '#kernel/seal/keys'
import type { IndexedKind } from '#store/db/keyed'

/**
 * Ids for the rows of one file: the same row of a file sent again has the same id, and two equal rows of one file have two.
 * The n-th row with the same parts is told apart by n.
 */
export function documentIds(kind: string): (...parts: (string | number)[]) => string {
  const seen = new Map<string, number>()
  return (...parts) => {
    const key = JSON.stringify([kind, ...parts])
    const n = (seen.get(key) ?? 0) + 1
    seen.set(key, n)
    return hash('sha256', `${key}/${n}`, 'hex').slice(0, 24)
  }
}

/** Fingerprint of a row's plain content: sealing is random, so it alone tells whether a document changed. */
export const digestOf = (keys: Keys, ...content: unknown[]): string => digest(keys, 'row', JSON.stringify(content))

/** A text sealed, with its blind index as it is written now, and under every key version. */
export interface Closed {
  readonly sealed: string
  index: string
  indexes: string[]
}

/** Seals and fingerprints texts that a file repeats, each once. */
export function sealer(keys: Keys, kind: IndexedKind): (text: string) => Closed {
  const known = new Map<string, Closed>()
  return (text) => {
    const there = known.get(text)
    if (there) return there
    const indexes = blindIndexes(keys, kind, text)
    let own: string | undefined
    const closed = {
      // Whoever only looks for it does not want it sealed.
      get sealed() {
        return (own ??= seal(keys, text))
      },
      index: indexes[0]!,
      indexes,
    }
    known.set(text, closed)
    return closed
  }
}
