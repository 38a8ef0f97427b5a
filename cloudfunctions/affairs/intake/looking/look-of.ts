import type { FileKind } from '#contract/intake/file-kinds'
import type { LookSheet } from '#contract/intake/look'
import type { LookQuestion } from '#contract/intake/question'
import type { County } from '#domain/county/county'
import { textOf } from '#domain/files/cells'
import { Asking, type Seen } from '../asking'
import { kindsOfFile } from '../kinds/all'
import { seenOf } from '../kinds/recognise'
import { FileFault, type Sheet } from '../reading/sheet'
import { plainHeading } from '../tables/headings'
import { shapeOf } from '../tables/told'
import { unitOfColumn } from '../tables/units'
import { labelOf } from '../tables/vocabulary'
import type { Understood } from '../understand'
import { columnsOf } from './columns-of'

/** How a file was understood, shown over its sheets, and what people are asked. */
interface LookOf {
  kind: FileKind | null
  sheets: LookSheet[]
  questions: LookQuestion[]
  /** Why it cannot be taken in as it is. */
  blocked?: string
  choices: {
    kinds: { value: string; label: string }[]
    keys: { value: string; label: string; required: boolean }[]
    agencies: { value: string; label: string }[]
    units: { value: string; label: string }[]
  }
}

/** So many rows of each sheet are shown. */
const firstRows = 30

/**
 * What is shown of some sheets, of which `came` is what understanding them came to, or the fault that it ended with.
 * @throws whatever is no fault of the file.
 */
export function lookOf(county: County, sheets: Sheet[], came: Understood | Error): LookOf {
  if (came instanceof Error && !(came instanceof FileFault)) throw came
  const seen = came instanceof Error ? (came instanceof Asking ? came.seen : []) : seenOf(came.kind.kind, came.tables)
  const questions = came instanceof Asking ? came.questions : []
  const kind = seen[0]?.kind ?? null
  return {
    kind,
    sheets: sheets.map((sheet) => lookSheetOf(county, sheet, seen, questions, came)),
    questions,
    ...(came instanceof Error && { blocked: came.message }),
    choices: choicesOf(county, kind),
  }
}

function lookSheetOf(county: County, sheet: Sheet, seen: Seen[], questions: LookQuestion[], came: Understood | Error): LookSheet {
  const of = seen.find((one) => one.sheet === sheet.name)
  return {
    name: sheet.name,
    hidden: sheet.hidden === true,
    read: !(came instanceof Error) && came.tables.some((table) => table.sheet === sheet.name),
    headingRow: of?.headingRow ?? 0,
    headings: of ? shapeOf(of.columns) : '',
    ...unitOf(sheet, came),
    rowsInAll: sheet.rows.filter(({ cells }) => cells.some((cell) => cell !== null)).length,
    columns: of ? columnsOf(county, of, questions) : [],
    first: sheet.rows.slice(0, firstRows).map(({ number, cells }) => ({ row: number, cells: Array.from(cells, textOf) })),
  }
}

/** What its first column of amounts is counted in. */
function unitOf(sheet: Sheet, came: Understood | Error): { unit?: string } {
  if (came instanceof Error) return {}
  const table = came.tables.find((one) => one.sheet === sheet.name)
  const key = table && [...table.at.keys()].find((one) => came.kind.columns[one]?.holds === 'amount')
  return table && key !== undefined ? { unit: unitOfColumn(table, key) } : {}
}

function choicesOf(county: County, kind: FileKind | null): LookOf['choices'] {
  const columns = kindsOfFile.find((one) => one.kind === kind)?.columns ?? {}
  return {
    kinds: kindsOfFile.map(({ kind: value, label }) => ({ value, label })),
    keys: Object.entries(columns).map(([value, { required }]) => ({
      ...{ value, required: required === true },
      label: plainHeading(labelOf(county.columns, kind!, value)),
    })),
    agencies: county.agencies.map(({ id, name }) => ({ value: id, label: name })),
    units: ['分', '角', '元', '百元', '千元', '万元', '亿元'].map((unit) => ({ value: unit, label: unit })),
  }
}
