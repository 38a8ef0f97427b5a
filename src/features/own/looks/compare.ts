import type { Look, Looks } from '#contract/household/farmer'
import type { SeenLooks } from '../../../services/keep/seen-looks'

/** What does not fit together: looks whose number is not there any more, and looks that were altered since. */
export interface Odd {
  missing: number[]
  changed: number[]
}

/** An answer holds at most this many fingerprints; older ones are not in it. */
const mostMarks = 300
/** As many fingerprints as the phone remembers. */
const remembered = 50

const numbered = ({ marks }: Looks): Map<number, string> => new Map(marks.map(({ n, mark }) => [n, mark]))

/** The numbers that this answer must hold: 1…`chained`, or the newest of them. */
export const rangeOf = ({ chained }: Looks): { from: number; to: number } | undefined =>
  chained === 0 ? undefined : { from: Math.max(1, chained - mostMarks + 1), to: chained }

/** From which number on all are among these looks, up to the newest; nothing if not even that one is. */
export function wholeFrom({ chained }: Looks, shown: readonly Look[]): number | undefined {
  const there = new Set(shown.map(({ n }) => n))
  let from = chained + 1
  while (there.has(from - 1)) from--
  return from > chained ? undefined : from
}

/** Holds an answer against itself and against what this phone saw earlier. */
export function compareLooks(seen: SeenLooks, answer: Looks): Odd {
  const now = numbered(answer)
  const range = rangeOf(answer)
  const gaps = range ? numbersBetween(range.from, range.to).filter((n) => !now.has(n)) : []
  const gone = numbersBetween(answer.chained + 1, seen.highest)
  const changed = [...now].filter(([n, mark]) => seen.marks[n] !== undefined && seen.marks[n] !== mark).map(([n]) => n)
  return { missing: [...gaps, ...gone], changed: changed.sort((a, b) => a - b) }
}

/** What to remember from now on. The first fingerprint of a look stays, so that an altered one does not become the usual one. */
export function rememberLooks(seen: SeenLooks, { marks, chained }: Looks): SeenLooks {
  const fresh = marks.map(({ n, mark }) => [n, mark] as const)
  const all = new Map([...fresh, ...Object.entries(seen.marks).map(([n, mark]) => [Number(n), mark] as const)])
  const newest = [...all].sort(([a], [b]) => b - a).slice(0, remembered)
  return { highest: Math.max(seen.highest, chained), marks: Object.fromEntries(newest) }
}

/** 第 7 次; 第 3、4 次; 第 3 到 9 次. */
export function sayNumbers(numbers: readonly number[]): string {
  const runs: [from: number, to: number][] = []
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && n === last[1] + 1) last[1] = n
    else runs.push([n, n])
  }
  return `第 ${runs.map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}、${to}` : `${from} 到 ${to}`)).join('、')} 次`
}

const numbersBetween = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
