import type { SealedField } from '#domain/access/grants'
import type { TableCell, TableColumn } from '#domain/tables/table'
import type { HouseholdPart } from '#domain/register/register'
import type { Day } from '#domain/time/dates'
import type { ListAsked } from '#affairs/grants/listed-under'
import type { AtWork } from '#kernel/jobs/kind'
import type { Grant } from '#store/access/grants'

/** Rows of which table are asked for: a place, a category, and of what happened a time. */
export interface Asked extends ListAsked {
  from?: Day
  until?: Day
}

/** Under what rows are read. A grant says which columns there are. */
export interface Reading {
  on: Pick<AtWork, 'db' | 'keys' | 'county' | 'moment'>
  grant: Grant
  asked: Asked
}

/** One page of rows. `units` of them were read: households, each with its people, or single events. */
interface Page {
  rows: TableCell[][]
  units: number
  next: string | null
}

/** A column of a kind of table, and what a grant must name for it to be there. */
export interface Column<Row> extends TableColumn {
  id: string
  part?: HouseholdPart
  field?: SealedField
  cell: (row: Row, reading: Reading) => TableCell
}

/** A table that may be made from what is known, as departments call it. */
export interface TableKind {
  name: string
  /** What stands in it, for whoever chooses. */
  what: string
  /** What its rows are counted in. */
  unit: '户' | '人次' | '笔'
  /** Of a time, from a first to a last day. */
  ofTime: boolean
  /** The part of a file without which there is no such table. */
  needs?: HouseholdPart
  columns: readonly Column<never>[]
  count: (reading: Reading) => Promise<number>
  /** `columns` by id; `number`, how many units stand before; `size`, in units. */
  page: (reading: Reading, columns: readonly string[], at: { after: string | null; number: number; size: number }) => Promise<Page>
}

type Read<Row> = (
  reading: Reading,
  needs: ReadonlySet<string>,
  at: { after: string | null; number: number; size: number },
) => Promise<{ rows: Row[]; units: number; next: string | null }>

/** A kind of table with rows of its own kind. `read` is told by which columns will be asked. */
export const tableKind = <Row>({
  read,
  ...kind
}: Omit<TableKind, 'page' | 'columns'> & { columns: readonly Column<Row>[]; read: Read<Row> }): TableKind => ({
  ...kind,
  async page(reading, columns, at) {
    const chosen = chosenOf(kind.columns, columns, reading.grant)
    const { rows, ...rest } = await read(reading, new Set(chosen.map(({ id }) => id)), at)
    return { rows: rows.map((row) => chosen.map(({ cell }) => cell(row, reading))), ...rest }
  },
})

/** The columns that a grant opens: no table holds more than the screen would show under it. */
export const opened = <C extends Pick<Column<never>, 'part' | 'field'>>(
  columns: readonly C[],
  { parts, fields }: Pick<Grant, 'parts' | 'fields'>,
): C[] => columns.filter(({ part, field }) => (!part || parts.includes(part)) && (!field || fields.includes(field)))

/** Those of them that were chosen, in the table's own order. */
export const chosenOf = <C extends Pick<Column<never>, 'id' | 'part' | 'field'>>(
  columns: readonly C[],
  ids: readonly string[],
  grant: Pick<Grant, 'parts' | 'fields'>,
): C[] => opened(columns, grant).filter(({ id }) => ids.includes(id))

/** Whether a grant opens such a table at all. */
export const isOpened = ({ needs }: Pick<TableKind, 'needs'>, { parts }: Pick<Grant, 'parts'>): boolean => !needs || parts.includes(needs)
