import { createHash } from 'node:crypto'
import { blindIndex, seal } from '#kernel/seal'
import type { Keys } from '#kernel/keys'

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
    return createHash('sha256').update(`${key}/${n}`).digest('hex').slice(0, 24)
  }
}

/** Fingerprint of a row's plain content: sealing is random, so it alone tells whether a document changed. */
export const digestOf = (keys: Keys, ...content: unknown[]): string => blindIndex(keys, 'row', JSON.stringify(content))

/** Seals and fingerprints texts that a file repeats, each once. */
export function sealer(keys: Keys, kind: 'card' | 'id-number'): (text: string) => { sealed: string; index: string } {
  const known = new Map<string, { sealed: string; index: string }>()
  return (text) => {
    const there = known.get(text) ?? { sealed: seal(keys, text), index: blindIndex(keys, kind, text) }
    known.set(text, there)
    return there
  }
}
