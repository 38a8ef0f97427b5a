import { createHash } from 'node:crypto'
import type { Db } from '#store/db/collection'
import { findEach } from '#store/db/read'
import { remove, replace } from '#store/db/write'
import type { Directed } from '#store/intake/directions'
import { headingAnswers, type HeadingAnswer } from '#store/intake/heading-answers'
import type { Sheet } from '../reading/sheet'
import type { Table } from '../tables/find-table'
import { shapeOf } from '../tables/told'
import type { Vocabulary } from '../tables/vocabulary'
import { windowsOf } from '../tables/windows'

/** What was answered about an agency's headings. */
export const rememberedOf = (db: Db, agency: string): Promise<HeadingAnswer[]> => findEach(db, headingAnswers, { agency })

/** Remembers what was said of the headings of some tables, in place of what was said of them earlier. */
export async function rememberAnswers(
  db: Db,
  answer: Omit<HeadingAnswer, '_id' | 'headings' | 'columns'>,
  tables: Pick<Table, 'shape' | 'fixed'>[],
): Promise<void> {
  for (const [headings, fixed] of new Map(tables.map((table) => [table.shape, table.fixed]))) {
    if (headings === '') continue
    const columns = [...fixed].map(([column, key]) => ({ column, key }))
    await replace(db, headingAnswers, { _id: `${answer.agency}/${hashOf(headings)}`, ...answer, headings, columns })
  }
}

/** Forgets one; false where there is none. */
export const forget = async (db: Db, _id: string): Promise<boolean> => (await remove(db, headingAnswers, { _id })) > 0

const hashOf = (headings: string): string => createHash('sha256').update(headings).digest('hex').slice(0, 24)

/** What people said of a file, with what was answered of the same headings before; what was said of this very file goes first. */
export function recall(
  answers: HeadingAnswer[],
  sheets: Sheet[],
  isHeadingWord: Vocabulary['isHeadingWord'],
  directed: Partial<Directed>,
): Partial<Directed> {
  if (answers.length === 0) return directed
  const shapes = new Set(sheets.flatMap((sheet) => windowsOf(sheet, isHeadingWord).map(({ headings }) => shapeOf(headings))))
  const known = answers.filter(({ headings, kind }) => shapes.has(headings) && kind === (directed.kind ?? kind))
  const kinds = new Set(known.map(({ kind }) => kind))
  return {
    ...directed,
    ...(kinds.size === 1 && { kind: known[0]!.kind }),
    columns: [...known.flatMap(({ headings, columns }) => columns.map((one) => ({ headings, ...one }))), ...(directed.columns ?? [])],
  }
}
