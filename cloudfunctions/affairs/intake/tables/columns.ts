import type { Evidence } from '../evidence/columns'
import { contradiction, type Holds } from '../evidence/judge'
import type { Heading } from './headings'

/** How a kind uses one of its columns. */
export interface ColumnUse {
  holds?: Holds
  /** Without it, the sheet is not of this kind. */
  required?: true
  /** Needed all the same, but lines above the headings may say it for every row, where no column of words that nobody knows may. */
  orTitle?: RegExp
  /** For `orTitle`, the file's name says it as well as a line above the headings. */
  orFileName?: true
  /** Where no column is it, a column placed as that other key may be asked about: with this question. */
  orIn?: { key: string; words: string }
  /** Where no column is it, the other key's column is, unless there is one of a third: a list of heads has no other people. */
  standIn?: { key: string; unless: string }
  /** Without at least one of the columns with the same word here, the sheet is not of this kind. */
  among?: string
  /** A merged cell stands for all its rows. Amounts never: they would be counted again and again. */
  merged?: true
  /** A table with it is of another kind: nobody is asked to fill it in. */
  foreign?: true
  /** Two columns with this name cannot be told apart: then the file is refused. */
  sole?: true
  /** Not below a heading such as this: the 姓名 of a 监护人 is nobody's we ask for. */
  notBelow?: RegExp
}

/** One column of a kind of file: how departments head it, and how it is used. */
interface ColumnSpec extends ColumnUse {
  /** Headings that mean it, the surest first. 成员>姓名 means: 姓名 below a heading with 成员 in it. /…/ is a pattern. */
  names: Name[]
}
export type ColumnSpecs<K extends string = string> = Record<K, ColumnSpec>

/** `below`: what a heading above must say. */
export interface Name {
  below: string
  own: string | RegExp
}

/**
 * Which column holds what; each column is given away once: first by what people said (`fixed`), then by names, then by patterns, in the
 * order of the specs.
 */
export interface Placed<K extends string = string> {
  at: Map<K, number>
  /** Other columns that a name means just as well. */
  rivals: Map<K, number[]>
  /** What the lines above the headings say for every row. */
  titled?: ReadonlySet<string>
}

/** What is known of columns besides their headings: what people said of them, and what stands in their cells. */
export interface Sayings {
  fixed: ReadonlyMap<number, string | null>
  cells: (column: number) => Evidence
}

/** The key that somebody named, by itself or by one of its headings: amount, 应发金额. */
export const keyNamed = <K extends string>(specs: ColumnSpecs<K>, said: string): K | undefined =>
  said in specs
    ? (said as K)
    : (Object.entries(specs) as [K, ColumnSpec][]).find(([, { names }]) =>
        names.some(({ own, below }) => own === said && below === ''),
      )?.[0]

export function placeColumns<K extends string>(specs: ColumnSpecs<K>, headings: Heading[], { fixed, cells }: Sayings): Placed<K> {
  const at = new Map<K, number>()
  const rivals = new Map<K, number[]>()
  const taken = new Set<number>()
  for (const [column, key] of fixed) {
    taken.add(column)
    const own = key === null ? undefined : keyNamed(specs, key)
    if (own !== undefined) at.set(own, column)
  }
  const entries = Object.entries(specs) as [K, ColumnSpec][]
  const chosen = new Map<K, Name>()
  for (const byPattern of [false, true]) {
    for (const [key, spec] of entries) {
      if (at.has(key)) continue
      const named = spec.names
        .filter(({ own }) => (typeof own !== 'string') === byPattern)
        .flatMap((name) =>
          columnsNamed(headings, name).flatMap((column) =>
            !taken.has(column) && means(headings[column]!, name, spec) ? [{ name, column }] : [],
          ),
        )
      // Of several columns that a heading means, one whose cells are something else is not the one.
      const [first] = named
      const best = named.length > 1 ? (named.find(({ column }) => !contradiction(spec.holds, cells(column))) ?? first) : first
      if (!best) continue
      at.set(key, best.column)
      chosen.set(key, best.name)
      taken.add(best.column)
    }
  }
  for (const [key, name] of chosen) {
    const { sole, holds } = specs[key]
    const others = headings.flatMap((heading, i) =>
      sole &&
      !taken.has(i) &&
      rivalNames(specs[key], name).some((one) => means(heading, one, specs[key])) &&
      !contradiction(holds, cells(i))
        ? [i]
        : [],
    )
    if (others.length > 0) rivals.set(key, others)
  }
  return { at: new Map(entries.flatMap(([key]) => (at.has(key) ? [[key, at.get(key)!] as const] : []))), rivals }
}

/** The columns under each word, and all that have a heading; every kind asks the same headings. */
const columnsBelow = new WeakMap<Heading[], { words: Map<string, number[]>; all: number[] }>()

/** The columns that a name may mean: for a word, those with that word over them. */
function columnsNamed(headings: Heading[], { own }: Name): number[] {
  const there = columnsBelow.get(headings) ?? { words: new Map<string, number[]>(), all: [] }
  if (!columnsBelow.has(headings)) {
    columnsBelow.set(headings, there)
    headings.forEach(({ text, plain }, column) => {
      if (text === '' || plain.length > 40) return
      there.all.push(column)
      for (const word of new Set([text, plain])) there.words.set(word, [...(there.words.get(word) ?? []), column])
    })
  }
  return typeof own === 'string' ? (there.words.get(own) ?? []) : there.all
}

/** The names by which another column is just as good: 应发金额 and 实发金额 are each what is paid, and not the same. */
const rivalNames = ({ holds, required, names }: ColumnSpec, chosen: Name): Name[] => (holds === 'amount' && required ? names : [chosen])

function means({ text, plain, above }: Heading, { below, own }: Name, { notBelow }: ColumnUse): boolean {
  if (text === '' || plain.length > 40) return false
  if (
    below !== ''
      ? !above.some((heading) => heading.includes(below))
      : notBelow !== undefined && above.some((heading) => notBelow.test(heading))
  )
    return false
  return typeof own === 'string' ? plain === own || text === own : own.test(plain)
}
