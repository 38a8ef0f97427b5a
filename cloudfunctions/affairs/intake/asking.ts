import type { FileKind } from '#contract/intake/file-kinds'
import type { LookQuestion } from '#contract/intake/question'
import type { Evidence } from './evidence/columns'
import { FileFault } from './reading/sheet'
import type { Heading } from './tables/headings'
import { pathOf, shapeOf } from './tables/told'

/** A file of which only a person can say how it is to be read: nothing is written until they have. */
export class Asking extends FileFault {
  constructor(
    before: string,
    readonly questions: LookQuestion[],
    /** How far it was understood: the headings that come nearest, of one kind. */
    public seen: Seen[] = [],
  ) {
    super(
      `${before}要先问清${questions.length > 1 ? `${questions.length} 件事` : ''}才能导入，现在一行也没有导入：${questions.map(({ words }) => words).join('；')}。答一次就记住，以后同样的表头不再问。`,
    )
  }
}

/** Some headings of a sheet as a kind's: placed as far as they can be. `headingRow` as Excel shows it. */
export interface Seen {
  kind: FileKind
  sheet: string
  headingRow: number
  columns: Heading[]
  at: ReadonlyMap<string, number>
  fixed: ReadonlyMap<number, string | null>
  likely: ReadonlySet<string>
  cells: (column: number) => Evidence
}

/** One column in doubt, as it stands. */
export interface InDoubt {
  sheet: string
  headings: Heading[]
  column: number
}

/** Asks what a column is. The likeliest first; '' is always there: nobody needs it. */
export const askColumn = (
  { sheet, headings, column }: InDoubt,
  words: string,
  choices: { value: string; label: string }[],
): LookQuestion => ({
  id: `column/${sheet}/${column}`,
  ...{ words, about: 'column', sheet, column },
  headings: shapeOf(headings),
  choices: [...choices, { value: '', label: '都不是，这一列不用' }],
})

/** D 列“到手”, 户主>姓名 where a heading above belongs to it; a column without heading by its letter alone. */
export function sayColumn({ headings, column }: Pick<InDoubt, 'headings' | 'column'>): string {
  const heading = headings[column]
  return `${columnLetter(column)} 列${heading?.text ? `“${heading.groups.length > 0 ? pathOf(heading) : heading.text}”` : '（没有表头）'}`
}

/** 0 → A, 27 → AB, as spreadsheets call their columns. */
export const columnLetter = (column: number): string =>
  (column < 26 ? '' : columnLetter(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
