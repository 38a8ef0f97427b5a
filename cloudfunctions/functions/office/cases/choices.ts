import type { CaseFile } from '#contract/office/cases'
import type { County } from '#domain/county/county'

/** What the forms give to choose from: the pack's categories, and its reasons to leave. */
export const choicesOf = ({ categories, cases }: County): CaseFile['choices'] => ({
  categories: categories.map(({ id, name, expiresAfterMonths }) => ({
    ...{ id, name },
    ...(expiresAfterMonths !== undefined && { months: expiresAfterMonths }),
  })),
  reasons: cases.exitReasons.filter(({ kind }) => kind === 'exit').map(({ id, name }) => ({ id, name })),
})
