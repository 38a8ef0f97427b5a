import type { Fen } from '#domain/money/money'
import type { FileKind } from '#contract/intake/actions'
import type { County } from '#domain/county/county'
import type { Day } from '#domain/time/dates'
import { versionOf } from '#domain/files/file-versions'
import { statedDay } from '#domain/time/loose-dates'
import { lastDayOf, type Span } from '#domain/time/spans'
import type { Gazetteer } from '#domain/place/places'
import type { Directed } from '#store/intake/directions'
import type { Sheet } from '../reading/sheet'
import type { ColumnUse } from '../tables/columns'
import type { DataRow, RowPlace } from '../tables/data-rows'
import { titleOf, type Table } from '../tables/find-table'
import type { List } from '../writing/said'
import type { Says } from '../writing/stated'
import type { VersionOfFile } from '../writing/versions'
import type { Finished, Writing, Written } from '../writing/writing'
import { inChunks } from './in-chunks'

/** One kind of department file, as its folder says it: how its sheets are known, read and written. */
interface Parts<Row extends object, Told extends object> {
  kind: FileKind
  /** As officers call it. */
  label: string
  /** Words in a title or name that speak of it: they decide between equals only. */
  called?: RegExp
  /** Its columns, in the order in which they may choose; what they are called stands in the county pack. */
  columns: Record<string, ColumnUse>
  /** The county pack's norm for the largest amount in a row, where it is another than what is paid to households. */
  largest?: string
  /** Whether tables with all of its columns are of this kind, where another kind's may have them too. */
  isThis?(tables: Table[], fileName: string): boolean
  /** Whether tables with all of its columns may be of this kind, though nothing says that they are of no other. */
  mayBe?(tables: Table[], fileName: string): boolean
  /** The question where tables with all of its columns, that are of no kind for sure, may be of this one. */
  doubtful?(tables: Table[], fileName: string): string | undefined
  /** The tables of a file without headings, where the county pack knows how this kind's columns follow each other. */
  withoutHeadings?(sheets: Sheet[], county: County, fileName: string): Table[] | undefined
  /** Reads every data row; nothing is written yet. @throws FileFault when the file as a whole cannot be understood. */
  read(source: Source): Reading<Row, Told>
  /** Asks the database whether the file is what it seems, before anything is written. @throws FileFault when it is not. */
  doubt?(where: Pick<Writing, 'db' | 'keys'>, rows: DataRow[]): Promise<void>
  /** What rows must have in common to be written in one chunk, in the file's order: whom or what they are about. */
  together(row: Row): string
  /** What a row says of people that other files may say too: name, village, phone, category. Nothing where it is about no person. */
  says?(row: Row): Says[]
  /** Where a row stands in the file; several, where it was read from several lines. */
  places(row: Row): RowPlace[]
  /**
   * Looks at all rows before the first is written, chunk by chunk: what only the whole file tells. Gives notes for the rows of each
   * chunk, ids only, if they need any. @throws FileFault when the whole contradicts what is there.
   */
  prepare?(to: Writing, told: Told, chunks: () => AsyncIterable<Row[]>): Promise<string[][] | undefined>
  /** Writes a chunk. Done again after it was cut off, it comes to the same. */
  write(to: Writing, told: Told, rows: Row[], notes: string[]): Promise<Written>
  /** After the last chunk: what follows from the whole. May be done again, too. */
  finish?(to: Writing, told: Told): Promise<Finished>
}

/** A kind of department file, whatever its rows are: read rows and what was told lie sealed between reading and writing. */
export interface KindOfFile extends Pick<
  Parts<never, never>,
  'kind' | 'label' | 'called' | 'columns' | 'largest' | 'isThis' | 'mayBe' | 'doubtful' | 'withoutHeadings'
> {
  take(source: Source): Taken
  says(rows: object[]): Says[]
  prepare(to: Writing, told: object, chunks: () => AsyncIterable<object[]>): Promise<string[][] | undefined>
  write(to: Writing, told: object, rows: object[], notes: string[]): Promise<Written>
  finish(to: Writing, told: object): Promise<Finished>
}

/** What a kind reads from. */
export interface Source {
  fileName: string
  tables: Table[]
  county: County
  places: Gazetteer
  /** The day the file speaks of: the one it states, else today. Nothing in it can have happened later. */
  until: Day
  /** The day on which it is read. */
  today: Day
  /** What people said of the file as a whole: it goes before what its title and name say. */
  directed?: Pick<Directed, 'agencyId' | 'month'>
}

/** What a kind read: all data rows, of those without faults what its writer wants to know, and what the file says as a whole. */
export interface Reading<Row, Told> {
  rows: DataRow[]
  /** Sum of the accepted rows' main amount, in 分. */
  amountFen: Fen
  accepted: Row[]
  /** Small, and names nobody. */
  told: Told
}

/** A file read, row by row. A row without faults is accepted. */
export interface Taken extends Pick<Reading<object, object>, 'rows' | 'amountFen' | 'told'> {
  /** @throws FileFault when the database shows that the file is not what it seems. */
  doubt(where: Pick<Writing, 'db' | 'keys'>): Promise<void>
  /** The accepted rows in chunks of about so many, each with where its rows stand in the file. */
  chunks(size: number): { rows: object[]; places: RowPlace[] }[]
}

/** Joins a kind's parts: the compiler sees that its reader gives what its writer takes. */
export function kindOfFile<Row extends object, Told extends object>(parts: Parts<Row, Told>): KindOfFile {
  // What comes back from between reading and writing is what this kind's own reader gave.
  const own = { told: (told: object) => told as Told, rows: (rows: object[]) => rows as Row[] }
  async function* ownChunks(chunks: AsyncIterable<object[]>) {
    for await (const rows of chunks) yield own.rows(rows)
  }
  return {
    ...parts,
    take(source) {
      const { rows, amountFen, accepted, told } = parts.read(source)
      return {
        ...{ rows, amountFen, told },
        doubt: async (where) => parts.doubt?.(where, rows),
        chunks: (size) => inChunks(accepted, parts.together, size).map((some) => ({ rows: some, places: some.flatMap(parts.places) })),
      }
    },
    prepare: async (to, told, chunks) => parts.prepare?.(to, own.told(told), () => ownChunks(chunks())),
    says: (rows) => (parts.says ? own.rows(rows).flatMap(parts.says) : []),
    write: (to, told, rows, notes) => parts.write(to, own.told(told), own.rows(rows), notes),
    finish: async (to, told) => (await parts.finish?.(to, own.told(told))) ?? { added: 0, changed: 0 },
  }
}

/** Which telling of its source a file is. */
export const versionOfFile = ({ county, fileName, tables, directed }: Source): VersionOfFile => ({
  ...versionOf(county, { name: fileName, title: titleOf(tables), day: statedDay(titleOf(tables)) ?? statedDay(fileName) ?? null }),
  ...(directed?.agencyId !== undefined && { agency: directed.agencyId }),
  fileName,
})

/** The same, for a list that speaks of some months: the day that it speaks of is the one it states, else their last. */
export function listOfFile(source: Source, span: Span | null): List {
  const version = versionOfFile(source)
  const last = span && lastDayOf(span)
  return { version, saidOn: version.day ?? (last && last < source.until ? last : source.until) }
}
