import type { FileKind } from '#contract/intake/file-kinds'
import type { LookSheet } from '#contract/intake/look'
import type { LookQuestion } from '#contract/intake/question'
import type { County } from '#domain/county/county'
import { textOf } from '#domain/files/cells'
import { kindsOfFile } from '../kinds/all'
import { FileFault, type Sheet } from '../reading/sheet'
import { plainHeading } from '../tables/headings'
import { shapeOf } from '../tables/told'
import { labelOf } from '../tables/vocabulary'
import type { Understood } from '../understand'

/** How a file was understood, shown over its sheets. */
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
  const kind = came instanceof Error ? null : came.kind.kind
  return {
    ...{ kind, questions: [] },
    sheets: sheets.map((sheet) => sheetOf(county, sheet, came)),
    ...(came instanceof Error && { blocked: came.message }),
    choices: {
      kinds: kindsOfFile.map((one) => ({ value: one.kind, label: one.label })),
      keys: Object.entries(came instanceof Error ? {} : came.kind.columns).map(([value, { required }]) => ({
        ...{ value, required: required === true },
        label: plainHeading(labelOf(county.columns, kind!, value)),
      })),
      agencies: county.agencies.map(({ id, name }) => ({ value: id, label: name })),
      units: ['分', '角', '元', '百元', '千元', '万元', '亿元'].map((unit) => ({ value: unit, label: unit })),
    },
  }
}

function sheetOf(county: County, { name, hidden, rows }: Sheet, came: Understood | Error): LookSheet {
  const table = came instanceof Error ? undefined : came.tables.find(({ sheet }) => sheet === name)
  const keyOf = new Map([...(table?.at ?? [])].map(([key, column]) => [column, key]))
  return {
    ...{ name, hidden: hidden === true, read: table !== undefined, headingRow: table?.headingRow ?? 0 },
    headings: table ? shapeOf(table.columns) : '',
    rowsInAll: rows.filter(({ cells }) => cells.some((cell) => cell !== null)).length,
    columns: (table?.columns ?? []).flatMap(({ text }, column) => {
      const key = keyOf.get(column) ?? null
      const label = key === null || came instanceof Error ? null : labelOf(county.columns, came.kind.kind, key)
      const confidence = key === null ? ('unknown' as const) : ('sure' as const)
      return text === '' ? [] : [{ column, heading: text, key, label, confidence, because: `表头写“${text}”`, ask: false }]
    }),
    first: rows.slice(0, firstRows).map(({ number, cells }) => ({ row: number, cells: Array.from(cells, textOf) })),
  }
}
