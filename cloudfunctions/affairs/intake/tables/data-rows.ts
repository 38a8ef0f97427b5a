import type { Unit } from '#domain/money/amounts'
import { isFormula, lineOf, textOf, type Cell } from '#domain/files/cells'
import { readLooseDate, type DateRead } from '#domain/time/loose-dates'
import type { SheetRow } from '../reading/sheet'
import { orderOfDates } from './date-order'
import type { Table } from './find-table'
import { isSomebodys } from './footers'
import { plainHeading } from './headings'
import { sayFault, sayWarning, type FaultCode, type WarningCode } from './reasons'
import { unitOfColumn } from './units'

export interface Fault {
  field: string
  code: string
  reason: string
}
export interface Warning {
  code: string
  message: string
}

/** Where a row stands in its file; `row` as Excel shows it. */
export interface RowPlace {
  sheet: string
  row: number
}

/** Most rows have no fault and no warning, and a file has two hundred thousand of them. */
const none: readonly never[] = []

/** One data row on its way in: its cells by the kind's keys, and what was found wrong with it so far. */
export class DataRow<K extends string = string> {
  faults: readonly Fault[] = none
  warnings: readonly Warning[] = none
  /** Identity number of the person the row is about, once read. */
  about?: string
  /** Where the same row stood before: it counts once (tables/copies). */
  copyOf?: string

  constructor(
    readonly table: Table,
    private readonly row: SheetRow,
  ) {}

  get sheet(): string {
    return this.table.sheet
  }

  /** As Excel shows it; of a text file, the record. */
  get number(): number {
    return this.row.number
  }

  get place(): RowPlace {
    return { sheet: this.sheet, row: this.number }
  }

  get cells(): Cell[] {
    return this.row.cells
  }

  get hidden(): boolean {
    return this.row.hidden
  }

  cell(key: K): Cell {
    return this.row.cells[this.table.at.get(key) ?? -1] ?? null
  }

  /** On one line, cleaned. */
  text(key: K): string {
    return lineOf(this.cell(key))
  }

  has(key: K): boolean {
    return this.table.at.has(key)
  }

  /** The unit of an amount column: its heading's, else the sheet's, else 元. */
  unit(key: K): Unit {
    return unitOfColumn(this.table, key)
  }

  /** A date as it is written in its column (`SlashOrder`). */
  date(key: K): DateRead {
    return readLooseDate(this.cell(key), orderOfDates(this.table, key))
  }

  /** The row cannot be taken in. */
  reject(field: K, code: FaultCode, detail?: string): void {
    const heading = plainHeading(this.table.headings.get(field))
    const reason = sayFault(code, heading || detail || field, textOf(this.cell(field)), detail)
    this.faults = [...this.faults, { field, code, reason }]
  }

  /** The row is taken in, but somebody must look at it. */
  warn(code: WarningCode, detail?: string): void {
    this.warnings = [...this.warnings, { code, message: sayWarning(code, detail) }]
  }
}

/** The data rows of a table: not its blank rows, totals, notes and column numbers. `identity` are the columns that make a row one. */
export function dataRows<K extends string>(table: Table, identity: K[]): DataRow<K>[] {
  const numbers = identity.flatMap((key) => (names.has(key) ? [] : (table.at.get(key) ?? [])))
  const name = [...names].map((key) => table.at.get(key)).find((column) => column !== undefined)
  const placed = [...table.at.values()]
  const { isHeadingWord } = table
  return table.body.filter(({ cells }) => isSomebodys(cells, { numbers, name, placed, isHeadingWord })).map((row) => openRow<K>(table, row))
}
const names: ReadonlySet<string> = new Set(['name', 'head_name', 'account_name'])

/** Reads every row; what the rows without a fault say. */
export function acceptedOf<K extends string, T extends { id: string } | object>(rows: DataRow<K>[], read: (row: DataRow<K>) => T): T[] {
  return rows.flatMap((row) => {
    const value = read(row)
    if (row.faults.length > 0 || row.copyOf !== undefined) return []
    if ('id' in value) row.about = value.id
    return [value]
  })
}

/** Columns that say nothing of their own: a formula there does no harm. */
const unimportant: ReadonlySet<string> = new Set(['serial', 'remark'])

function openRow<K extends string>(table: Table, row: SheetRow): DataRow<K> {
  const opened = new DataRow<K>(table, row)
  if (row.hidden) opened.warn('hidden_row')
  for (const [key, column] of table.at)
    if (isFormula(row.cells[column]) && !unimportant.has(key)) opened.reject(key as K, 'formula_without_value')
  return opened
}
