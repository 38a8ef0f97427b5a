import type { County } from '#domain/county/county'
import type { FileKind } from '#contract/intake/file-kinds'
import type { Directed } from '#store/intake/directions'
import { Asking, type Seen } from '../asking'
import { placesOf } from '../evidence/places'
import { FileFault, type Sheet } from '../reading/sheet'
import { keyNamed } from '../tables/columns'
import { findTables, type Table } from '../tables/find-table'
import { monthColumns, monthsAsColumns } from '../tables/month-columns'
import { limitOf } from '../tables/limit'
import { labelOf as labelIn, vocabularyOf } from '../tables/vocabulary'
import { windowsOf } from '../tables/windows'
import { kindsOfFile } from './all'
import { doubtsOf } from './doubts'
import type { KindOfFile } from './kind'
import { askKind, sayNearest, type Candidate, type LabelOf } from './nearest'

/** Which kind of file this is, by its headings, and its sheets as that kind's tables. */
export interface Recognised {
  kind: KindOfFile
  tables: Table[]
  unread: Sheet[]
}

interface Able extends Candidate {
  tables: Table[]
  columns: number
}

/**
 * By what people said, then by the headings, then by what stands in the cells; words in title and names only decide between equals.
 * @throws FileFault when no sheet has the headings of any kind; Asking where only a person can say.
 */
export function recognise(sheets: Sheet[], county: County, fileName: string, said: Partial<Directed> = {}): Recognised {
  const filled = sheets.filter(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell !== null)))
  if (filled.length === 0) throw new FileFault('表里一个字也没有。请让报送单位重新发一份，再导入。')
  const words = vocabularyOf(county.columns)
  const by = { isHeadingWord: words.isHeadingWord, told: said.columns ?? [], places: placesOf(county), fileName }
  const labelOf: LabelOf = (kind, key) => labelIn(county.columns, kind, key)
  const named = wordsAround(filled, fileName)
  const candidates = kindsOfFile
    .filter(({ kind }) => kind === (said.kind ?? kind))
    .map((kind): Candidate => ({
      kind,
      specs: words.specsOf(kind.kind, kind.columns),
      limitFen: limitOf(county, kind.largest),
      hinted: kind.called?.test(named) ?? false,
    }))
  const able = candidates.map((candidate): Able => {
    const found = filled.flatMap((sheet) => findTables(sheet, { ...by, ...candidate }))
    const tables = found.map((table) => ({ ...table, ...(said.unit && { unit: said.unit }), ...(said.dates && { dates: said.dates }) }))
    return { ...candidate, tables, columns: Math.max(0, ...tables.map(({ at, likely }) => at.size - likely.size / 2)) }
  })
  const best = chooseKind(able, { isSaid: said.kind !== undefined, fileName })
  if (!best) {
    // A file with headings of which nobody knows enough is not one without.
    const isHeaded = filled.some((sheet) => windowsOf(sheet, by.isHeadingWord).length > 0)
    for (const { kind } of isHeaded ? [] : candidates) {
      const tables = kind.withoutHeadings?.(filled, county, fileName)
      if (tables) return { kind, tables, unread: unreadOf(filled, tables) }
    }
    askIfIs(able, fileName)
    return sayNearest(filled, candidates, by, labelOf)
  }
  refuseUnknownKeys(best, labelOf)
  refuseMonthsAsColumns(best)
  const questions = doubtsOf(best.tables, best.specs, (key) => labelOf(best.kind.kind, key))
  if (questions.length > 0) throw new Asking('', questions, seenOf(best.kind.kind, best.tables))
  return { kind: best.kind, tables: best.tables, unread: unreadOf(filled, best.tables) }
}

const anyTable = (): boolean => true

/** The kind whose columns are most. @throws Asking where two are as many, and no word tells which. */
function chooseKind(candidates: Able[], { isSaid, fileName }: { isSaid: boolean; fileName: string }): Able | undefined {
  const able = candidates.filter(
    ({ kind, tables }) => tables.length > 0 && (isSaid || (kind.isThis ?? kind.mayBe ?? anyTable)(tables, fileName)),
  )
  const marked = able.filter(({ kind }) => kind.isThis)
  const [best, ...others] = (marked.length > 0 ? marked : able).sort((a, b) => b.columns - a.columns || Number(b.hinted) - Number(a.hinted))
  const equal = best ? others.filter(({ columns, hinted }) => columns === best.columns && hinted === best.hinted) : []
  if (best && equal.length > 0) throw askKind([best, ...equal])
  return best
}

/** Asks whether a file is of a kind of which it has all columns, where the kind itself has a doubt. */
function askIfIs(able: Able[], fileName: string): void {
  for (const { kind, tables } of able) {
    const words = tables.length > 0 ? kind.doubtful?.(tables, fileName) : undefined
    if (words === undefined) continue
    const choices = [{ value: kind.kind, label: `是，照${kind.label}收` }]
    throw new Asking('', [{ id: 'kind', about: 'kind', words, choices }], seenOf(kind.kind, tables))
  }
}

/** 1月, 2月, 3月 as columns of amounts: which of them is to be paid, or whether all are, nobody can tell from one row. */
function refuseMonthsAsColumns({ kind, specs, tables }: Able): void {
  if (!Object.values(specs).some(({ holds }) => holds === 'amount')) return
  for (const { sheet, columns, cells, at } of tables) {
    const months = monthColumns(columns, cells, new Set(at.values()))
    if (months.length > 1) throw monthsAsColumns(kind.label, sheet, months)
  }
}

/** Tables as far as a question about them goes. */
export const seenOf = (kind: FileKind, tables: Table[]): Seen[] => tables.map((table) => ({ ...table, kind }))

const unreadOf = (sheets: Sheet[], tables: Table[]): Sheet[] => sheets.filter(({ name }) => !tables.some(({ sheet }) => sheet === name))

/** The file's name, the sheets' names and the words in their first lines. */
const wordsAround = (sheets: Sheet[], fileName: string): string =>
  [
    fileName,
    ...sheets.flatMap(({ name, rows }) => [
      name,
      ...rows.slice(0, 2).flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'string')),
    ]),
  ].join(' ')

/** Somebody named a column that the kind does not have: what they meant is not known. */
function refuseUnknownKeys({ kind, specs, tables }: Able, labelOf: LabelOf): void {
  const unknown = tables.flatMap(({ fixed }) => [...fixed.values()]).find((key) => key !== null && keyNamed(specs, key) === undefined)
  if (unknown === undefined || unknown === null) return
  throw new FileFault(
    `${kind.label}里没有叫“${unknown}”的列，所以一行也没有导入。请从这些里选：${Object.keys(specs)
      .map((key) => labelOf(kind.kind, key))
      .join('、')}。`,
  )
}
