import type { FileKind } from '#contract/intake/actions'
import type { FileColumns } from '#domain/county/county'
import written from '../../../config/counties/common/headings.json'

type Headings = FileColumns['headings']

/** What departments of most counties write over their columns, by kind of file; `place` stands for columns that all kinds share. */
const common: Record<FileKind | 'place', Record<string, string[]>> = written

/** Every heading of each kind's columns: a county's own are surer, so they come first. */
export function withCommonHeadings(own: Headings): Headings {
  const { place, ...kinds } = common
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, columns]) => {
      const known = { ...place, ...columns }
      const more = own[kind] ?? {}
      return [kind, { ...known, ...mapValues(more, (names, key) => [...names, ...(known[key] ?? [])]) }]
    }),
  )
}

const mapValues = <T, U>(record: Record<string, T>, change: (value: T, key: string) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]))
