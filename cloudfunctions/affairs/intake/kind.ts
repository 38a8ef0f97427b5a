import type { FileKind, ImportResult } from '#contract/intake/actions'
import type { County } from '#domain/county/county'
import type { Day } from '#domain/time/dates'
import { versionOf, type FileVersion } from '#domain/files/file-versions'
import { statedDay } from '#domain/time/loose-dates'
import type { Gazetteer } from '#domain/place/places'
import type { Keys } from '#kernel/seal/keys'
import type { Db } from '#store/db/collection'
import type { ColumnSpecs } from './tables/columns'
import type { DataRow } from './tables/data-rows'
import type { Table } from './tables/find-table'

/** One kind of department file: how its sheets are known, read and written. */
export interface KindOfFile {
  kind: FileKind
  /** As officers call it. */
  label: string
  columns: ColumnSpecs
  /** Whether tables with all of its columns are of this kind, where another kind's may have them too. */
  isThis?(tables: Table[]): boolean
  /** Reads every data row; nothing is written yet. @throws FileFault when the file as a whole cannot be understood. */
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

/** A file read, row by row. A row without faults is accepted. */
export interface Taken {
  rows: DataRow[]
  /** Sum of the accepted rows' main amount, in 分. */
  amountFen: number
  write(to: Writing): Promise<Written>
}

/** What writing needs. */
export interface Writing {
  db: Db
  keys: Keys
  importId: string
  importedAt: string
  today: Day
  /** The day that the file speaks of. */
  spokenOn: Day
}

export interface Written {
  added: number
  changed: number
  /** Ids of the persons named, by identity number: warnings point to them. */
  personIds: Map<string, string>
  /** Earlier files that this one is another version of. */
  versions?: ImportResult['versions']
}

/** Which telling of its source a file is. */
export const versionOfFile = ({ county, fileName, tables }: Source): FileVersion =>
  versionOf(county, { name: fileName, title: titleOf(tables), day: statedDay(titleOf(tables)) ?? statedDay(fileName) ?? null })

export const titleOf = (tables: Table[]): string => tables.flatMap(({ title }) => title).join(' ')
