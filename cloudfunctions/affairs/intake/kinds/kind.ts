import type { Fen } from '#domain/money/money'
import type { FileKind } from '#contract/intake/actions'
import type { County } from '#domain/county/county'
import type { Day } from '#domain/time/dates'
import { versionOf } from '#domain/files/file-versions'
import { statedDay } from '#domain/time/loose-dates'
import type { Gazetteer } from '#domain/place/places'
import type { Sheet } from '../reading/sheet'
import type { ColumnUse } from '../tables/columns'
import type { DataRow } from '../tables/data-rows'
import { titleOf, type Table } from '../tables/find-table'
import type { VersionOfFile } from '../writing/versions'
import type { Writing, Written } from '../writing/writing'

/** One kind of department file, as its folder says it: how its sheets are known, read and written. */
interface Parts<Rows> {
  kind: FileKind
  /** As officers call it. */
  label: string
  /** Its columns, in the order in which they may choose; what they are called stands in the county pack. */
  columns: Record<string, ColumnUse>
  /** Whether tables with all of its columns are of this kind, where another kind's may have them too. */
  isThis?(tables: Table[]): boolean
  /** The tables of a file without headings, where the county pack knows how this kind's columns follow each other. */
  withoutHeadings?(sheets: Sheet[], county: County, fileName: string): Table[] | undefined
  /** Reads every data row; nothing is written yet. @throws FileFault when the file as a whole cannot be understood. */
  read(source: Source): Reading<Rows>
  /** Asks the database whether the file is what it seems, before anything is written. @throws FileFault when it is not. */
  doubt?(where: Pick<Writing, 'db' | 'keys'>, rows: DataRow[]): Promise<void>
  /** Writes the accepted rows. Done again after it was cut off, it comes to the same. */
  write(to: Writing, accepted: Rows): Promise<Written>
}

/** A kind of department file, whatever its rows are. */
export interface KindOfFile extends Pick<Parts<never>, 'kind' | 'label' | 'columns' | 'isThis' | 'withoutHeadings'> {
  take(source: Source): Taken
}

/** What a kind reads from. */
export interface Source {
  fileName: string
  tables: Table[]
  county: County
  places: Gazetteer
  /** The day the file speaks of: the one it states, else today. Nothing in it can have happened later. */
  until: Day
}

/** What a kind read: all data rows, and of those without faults what its writer wants to be told. */
export interface Reading<Rows> {
  rows: DataRow[]
  /** Sum of the accepted rows' main amount, in 分. */
  amountFen: Fen
  accepted: Rows
}

/** A file read, row by row. A row without faults is accepted. */
export interface Taken extends Pick<Reading<never>, 'rows' | 'amountFen'> {
  /** @throws FileFault when the database shows that the file is not what it seems. */
  doubt(where: Pick<Writing, 'db' | 'keys'>): Promise<void>
  write(to: Writing): Promise<Written>
}

/** Joins a kind's parts: the compiler sees that its reader gives what its writer takes. */
export const kindOfFile = <Rows>({ read, doubt, write, ...known }: Parts<Rows>): KindOfFile => ({
  ...known,
  take(source) {
    const { rows, amountFen, accepted } = read(source)
    return { rows, amountFen, doubt: async (where) => doubt?.(where, rows), write: (to) => write(to, accepted) }
  },
})

/** Which telling of its source a file is. */
export const versionOfFile = ({ county, fileName, tables }: Source): VersionOfFile => ({
  ...versionOf(county, { name: fileName, title: titleOf(tables), day: statedDay(titleOf(tables)) ?? statedDay(fileName) ?? null }),
  fileName,
})
