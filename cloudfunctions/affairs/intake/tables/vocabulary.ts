import type { FileKind } from '#contract/intake/actions'
import type { FileColumns } from '#domain/county/county'
import type { ColumnSpecs, ColumnUse, Name } from './columns'

/** What a county's departments write over their columns. */
export interface Vocabulary {
  /** A kind's columns with what they may be called, in the order in which they may choose. */
  specsOf<K extends string>(kind: FileKind, uses: Record<K, ColumnUse>): ColumnSpecs<K>
  /** True for a word that some kind of file has over a column. */
  isHeadingWord(plain: string): boolean
}

/** One county per process: its headings are made ready once. */
const known = new WeakMap<FileColumns, Vocabulary>()

export function vocabularyOf(columns: FileColumns): Vocabulary {
  const there = known.get(columns)
  if (there) return there
  const made = madeOf(columns)
  known.set(columns, made)
  return made
}

function madeOf({ headings }: FileColumns): Vocabulary {
  const names = new Map(
    [...new Set(Object.values(headings).flatMap((kind) => Object.values(kind).flat()))].map((written) => [written, nameOf(written)]),
  )
  const all = [...names.values()]
  const literal = new Set(all.flatMap(({ own }) => (typeof own === 'string' ? [own] : [])))
  const patterns = all.flatMap(({ own }) => (typeof own === 'string' ? [] : [own]))
  const remembered = new Map<string, boolean>()
  return {
    specsOf: <K extends string>(kind: FileKind, uses: Record<K, ColumnUse>) =>
      Object.fromEntries(
        Object.entries<ColumnUse>(uses).map(([key, use]) => [
          key,
          { ...use, names: (headings[kind]?.[key] ?? []).map((written) => names.get(written)!) },
        ]),
      ) as ColumnSpecs<K>,
    isHeadingWord(plain) {
      if (plain === '' || plain.length > 20) return false
      const before = remembered.get(plain)
      if (before !== undefined) return before
      const is = literal.has(plain) || patterns.some((pattern) => pattern.test(plain))
      if (remembered.size < 50_000) remembered.set(plain, is)
      return is
    },
  }
}

function nameOf(written: string): Name {
  const at = written.startsWith('/') ? -1 : written.indexOf('>')
  const own = written.slice(at + 1)
  return { below: at < 0 ? '' : written.slice(0, at), own: own.startsWith('/') ? new RegExp(own.slice(1, -1), 'i') : own }
}

/** What officers call a column: the first of its headings that is a word. */
export const labelOf = ({ headings }: FileColumns, kind: FileKind, key: string): string =>
  headings[kind]?.[key]?.find((written) => !/[/>]/.test(written)) ?? key
