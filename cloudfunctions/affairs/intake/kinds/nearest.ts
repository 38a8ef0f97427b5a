import type { FileKind } from '#contract/intake/actions'
import type { Fen } from '#domain/money/money'
import type { LookQuestion } from '#contract/intake/question'
import { Asking, askColumn, sayColumn, type Seen } from '../asking'
import { mayHold } from '../evidence/judge'
import { FileFault, type Sheet } from '../reading/sheet'
import type { ColumnSpecs } from '../tables/columns'
import { monthColumns, monthsAsColumns } from '../tables/month-columns'
import { missingIn, placedWindows, type HeadingRows, type LookingFor } from '../tables/heading-rows'
import { samplesOf } from './doubts'
import type { KindOfFile } from './kind'

/** A kind with what its columns may be called. */
export interface Candidate {
  kind: KindOfFile
  specs: ColumnSpecs
  /** What a row of it may pay at most, in 分. */
  limitFen: Fen
  /** The title, sheet or file name has a word of it: a hint, never enough. */
  hinted: boolean
}

interface NearKind extends Candidate {
  sheet: string
  window: HeadingRows
  missing: string[]
}

/** So many of a kind's columns must be there, and at most so many lacking, to ask for the rest. */
const fewestPlaced = 3
const mostMissing = 3
/** So many columns are asked about at most. */
const mostQuestions = 8

/**
 * What to say of a file of which no sheet has all columns of a kind: what is asked where people can say it, else what it lacks.
 * @throws FileFault always.
 */
export function sayNearest(sheets: Sheet[], candidates: Candidate[], by: Omit<LookingFor, 'specs' | 'limitFen'>, labelOf: LabelOf): never {
  const near = candidates
    .flatMap((candidate) => nearIn(sheets, candidate, by))
    // What lacks nothing was not taken for this kind for another reason.
    .filter(({ window, missing }) => window.placed.at.size >= fewestPlaced && missing.length > 0 && missing.length <= mostMissing)
    .sort((a, b) => farness(a) - farness(b))
  const [first, ...others] = near
  const rivals = first ? others.filter((one) => one.kind !== first.kind && farness(one) === farness(first)) : []
  if (first) {
    const months = monthColumns(first.window.headings, first.window.cells, new Set(first.window.placed.at.values()))
    if (months.length > 1 && first.missing.some((key) => first.specs[key]!.holds === 'amount'))
      throw monthsAsColumns(first.kind.label, first.sheet, months)
    const asked = askFor(first, labelOf)
    if (asked.length > 0 && rivals.length > 0) throw askKind([first, ...rivals])
    if (asked.length > 0)
      throw new Asking(
        `像是${first.kind.label}，`,
        asked,
        near.flatMap((one) => (one.kind === first.kind ? [seenOf(one)] : [])),
      )
  }
  throw new FileFault(
    `没有认出这是哪一种表，所以一行也没有导入。${first ? sayMissing(first, labelOf) : ''}现在能收：${candidates.map(({ kind }) => kind.label).join('、')}。请核对表头后再导入。`,
  )
}

export type LabelOf = (kind: FileKind, key: string) => string

/** Several kinds are as near: only a person knows which. */
export const askKind = (near: Candidate[]): Asking => {
  const kinds = [...new Map(near.map(({ kind }) => [kind.kind, kind])).values()]
  return new Asking('', [
    {
      id: 'kind',
      about: 'kind',
      words: `这是哪一种表（${kinds.map(({ label }) => label).join('、')}都像）`,
      choices: kinds.map(({ kind, label }) => ({ value: kind, label })),
    },
  ])
}

const seenOf = ({ kind, sheet, window: { from, depth, headings, placed, fixed, likely, cells } }: NearKind): Seen => ({
  ...{ kind: kind.kind, sheet, headingRow: from + depth, columns: headings, at: placed.at },
  ...{ fixed, likely, cells },
})

const farness = ({ missing, window, hinted }: NearKind): number => missing.length * 2 - window.placed.at.size / 2 - (hinted ? 1.5 : 0)

/** The nearest headings of a kind in each sheet. */
const nearIn = (sheets: Sheet[], candidate: Candidate, by: Omit<LookingFor, 'specs' | 'limitFen'>): NearKind[] =>
  sheets.flatMap((sheet) => {
    const best = placedWindows(sheet, { ...by, ...candidate }).reduce<HeadingRows | undefined>(
      (most, one) => (one.placed.at.size > (most?.placed.at.size ?? 0) ? one : most),
      undefined,
    )
    return best ? [{ ...candidate, sheet: sheet.name, window: best, missing: missingIn(candidate.specs, best.placed) }] : []
  })

/**
 * A question for each column that may be one of those that are missing; none where one of them can be no column at all, or where more
 * is lacking than there: then it is another kind of file.
 */
function askFor({ kind, sheet, window, specs, missing, hinted }: NearKind, labelOf: LabelOf): LookQuestion[] {
  const there = Object.keys(specs).filter((key) => specs[key]!.required && window.placed.at.has(key)).length
  const isOwn = [...window.placed.at.keys()].some((key) => !everybodys.has(key))
  if (missing.some((key) => !specs[key]!.required) || there < missing.length || (!hinted && (missing.length > 2 || !isOwn))) return []
  const lent = missing.flatMap((key) => {
    const { orIn } = specs[key]!
    const column = orIn && window.placed.at.get(orIn.key)
    return orIn && column !== undefined && !window.fixed.has(column) ? [{ key, column, words: orIn.words }] : []
  })
  if (lent.length === missing.length)
    return lent.map(({ key, column, words }) =>
      askColumn({ sheet, headings: window.headings, column }, `工作表“${sheet}”${words}`, [{ value: key, label: '是' }]),
    )
  const taken = new Set(window.placed.at.values())
  const free = window.headings.flatMap((_, column) =>
    !taken.has(column) && !window.fixed.has(column) && window.cells(column).filled > 0 ? [column] : [],
  )
  const mayBe = new Map(free.map((column) => [column, missing.filter((key) => mayHold(specs[key]!.holds, window.cells(column)))]))
  if (!missing.every((key) => [...mayBe.values()].some((keys) => keys.includes(key)))) return []
  return [...mayBe]
    .filter(([, keys]) => keys.length > 0)
    .slice(0, mostQuestions)
    .map(([column, keys]) => {
      const labels = keys.map((value) => ({ value, label: labelOf(kind.kind, value) }))
      return askColumn(
        { sheet, headings: window.headings, column },
        `工作表“${sheet}”${sayColumn({ headings: window.headings, column })}（${samplesOf(window.cells(column))}）是不是${labels.map(({ label }) => `“${label}”`).join('或')}`,
        labels,
      )
    })
}

/** Columns that lists of people of any kind have: they are no sign of one. */
const everybodys: ReadonlySet<string> = new Set([
  'serial',
  'town',
  'village',
  'name',
  'head_name',
  'id',
  'head_id',
  'gender',
  'birth',
  'phone',
  'address',
  'remark',
])

/** 最像一卡通发放计划，但没有找到“卡号”这一列: what an officer can mend. */
const sayMissing = ({ kind, window, missing }: NearKind, labelOf: LabelOf): string =>
  `最像${kind.label}，但没有找到“${missing.map((key) => labelOf(kind.kind, key)).join('”“')}”这样的列；表头写的是：${window.headings
    .map(({ text }) => text)
    .filter(Boolean)
    .slice(0, 30)
    .join('、')}。`
