import { fen, sumFen, type Fen } from './money'
import type { CapitalEntry } from './scheme-dues'

/** What is to become of a household's principal once a second person agrees: one entry more, or another in the place of one (`at`). */
export interface WantedCapital extends CapitalEntry {
  /** Which of the entries was mistyped. */
  at: number | null
}

/** The principal with what was wanted. An entry that is set right to nothing was never paid. */
export const withWanted = (capital: readonly CapitalEntry[], { at, on, fen: amount }: WantedCapital): CapitalEntry[] =>
  at === null
    ? [...capital, { on, fen: amount }]
    : capital.flatMap((entry, i) => (i !== at ? [entry] : amount > 0 ? [{ on, fen: amount }] : []))

/** Entries that may be mistyped still: those paid in since the household last left. */
export function correctable(capital: readonly CapitalEntry[]): number[] {
  const since = capital.map(({ fen: amount }) => amount < 0).lastIndexOf(true)
  return capital.flatMap((_, i) => (i > since ? [i] : []))
}

/** How much more (below nothing: less) is in by what was wanted. */
export const differenceOf = (capital: readonly CapitalEntry[], wanted: WantedCapital): Fen =>
  fen(sumFen(withWanted(capital, wanted).map((entry) => entry.fen)) - sumFen(capital.map((entry) => entry.fen)))
