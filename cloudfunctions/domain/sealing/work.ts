import type { Day } from '../time/dates'
import type { Breathe } from './receipt'

/**
 * A small proof of work, so that a flood costs whoever makes it. Sixteen puzzles of seven bits instead of one of eleven: the
 * same 2048 hashes on average, but hardly anybody meets with much more.
 */
const puzzles = 16
const bits = 7
const nonceDigits = 4
/** Hashes on average, at the lowest level. */
export const averageHashes = puzzles * 2 ** bits
/** Who is told that it is crowded may do more, and goes before those who did less: each level is twice the work of the one below. */
export const hardestWork = 4
const lengthAt = (level: number): number => puzzles * 2 ** level * nonceDigits

/** The level of a piece of work, by its length; nothing if no work is so long. */
export const levelOf = (work: string): number | undefined =>
  Array.from({ length: hardestWork + 1 }, (_, level) => level).find((level) => work.length === lengthAt(level))

/** SM3 of a text, in hex: the phone's and the server's. */
export type Sm3 = (text: string) => string

const solves = (sm3: Sm3, challenge: string, puzzle: number, nonce: string): boolean =>
  parseInt(sm3(`${challenge}/${puzzle}/${nonce}`).slice(0, 2), 16) < 2 ** (8 - bits)

/** Finds the answer to a challenge: 64 hex digits at level 0, twice as many at each level above. */
export async function doWork(challenge: string, sm3: Sm3, breathe: Breathe, level = 0): Promise<string> {
  let found = ''
  for (let puzzle = 0; puzzle < puzzles * 2 ** level; puzzle++) {
    found += nonceFor(sm3, challenge, puzzle)
    await breathe()
  }
  return found
}

function nonceFor(sm3: Sm3, challenge: string, puzzle: number): string {
  for (let n = 0; n < 16 ** nonceDigits; n++) {
    const nonce = n.toString(16).padStart(nonceDigits, '0')
    if (solves(sm3, challenge, puzzle, nonce)) return nonce
  }
  // Less likely than 1 in 10^200.
  throw new Error('No nonce of this length solves the puzzle')
}

export const isWorkDone = (challenge: string, work: string, sm3: Sm3): boolean =>
  levelOf(work) !== undefined &&
  Array.from({ length: work.length / nonceDigits }, (_, puzzle) => work.slice(puzzle * nonceDigits, (puzzle + 1) * nonceDigits)).every(
    (nonce, puzzle) => solves(sm3, challenge, puzzle, nonce),
  )

/** What the work is done for: one action, on one day, about one thing. */
export const challengeOf = (action: string, day: Day, about: string): string => `xiaokang/${action}/${day}/${about}`
