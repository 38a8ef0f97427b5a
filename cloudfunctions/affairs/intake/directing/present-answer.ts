import type { County } from '#domain/county/county'
import type { HeadingAnswer } from '#store/intake/heading-answers'
import { kindsOfFile } from '../kinds/all'
import { labelOf } from '../tables/vocabulary'

/** An answer about headings in words: the headings in order, and what each was said to be. */
export function presentAnswer(county: County, { _id, agency, kind, headings, columns, at }: HeadingAnswer) {
  const of = kindsOfFile.find((one) => one.kind === kind)!
  const answered = new Map(columns.map(({ column, key }) => [column, key]))
  return {
    ...{ id: _id, kind, at },
    agency: county.agencies.find(({ id }) => id === agency)?.name ?? agency,
    kindLabel: of.label,
    columns: headings.split('|').flatMap((heading, column) => {
      const key = answered.get(column)
      return key === undefined ? [] : [{ heading, label: key && labelOf(county.columns, kind, key) }]
    }),
  }
}
