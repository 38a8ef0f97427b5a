import type { Article } from '#contract/bulletin/actions'
import type { ArticleDraft, ArticleRow } from '#contract/office/publishing'
import type { Day } from '#domain/time/dates'
import { isCalendarDay } from '#domain/time/dates'

/** An article as it stands in the form: everything is text, what is not filled in is empty. */
export interface Written {
  column: ArticleDraft['column']
  title: string
  summary: string
  who: string
  howMuch: string
  howToAsk: string
  /** Paragraphs with an empty line between them. */
  body: string
  sourceDocument: string
  /** As they are typed: a day, or not one yet. */
  sourceDate: string
  validUntil: string
}

export const nothingWritten: Written = {
  column: 'policy',
  title: '',
  summary: '',
  who: '',
  howMuch: '',
  howToAsk: '',
  body: '',
  sourceDocument: '',
  sourceDate: '',
  validUntil: '',
}

/** What is saved, back in the form. */
export const writtenOf = ({
  column,
  title,
  summary,
  who = '',
  howMuch = '',
  howToAsk = '',
  body,
  sourceDocument = '',
  sourceDate,
  validUntil,
}: ArticleRow): Written => ({
  column,
  title,
  summary,
  who,
  howMuch,
  howToAsk,
  body: body.join('\n\n'),
  sourceDocument,
  sourceDate: sourceDate ?? '',
  validUntil: validUntil ?? '',
})

/** A line that only wraps belongs to its paragraph; an empty line begins the next. */
export const paragraphsOf = (body: string): string[] =>
  body
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s*\n\s*/g, ''))
    .filter((paragraph) => paragraph !== '')

/**
 * As it is sent: what is not filled in is left out. News says nothing of who gets how much, even if it was a policy while it
 * was written.
 */
export function draftOf({
  column,
  title,
  summary,
  body,
  who,
  howMuch,
  howToAsk,
  sourceDocument,
  sourceDate,
  validUntil,
}: Written): ArticleDraft {
  const ofPolicy = column === 'policy' ? { who, howMuch, howToAsk } : {}
  const filled = Object.entries({ ...ofPolicy, sourceDocument, sourceDate, validUntil })
    .map(([name, text]) => [name, text.trim()])
    .filter(([, text]) => text !== '')
  return { column, title: title.trim(), summary: summary.trim(), body: paragraphsOf(body), ...Object.fromEntries(filled) }
}

/** As the public will see it on that day. */
export const asPublished = ({ sourceDate, validUntil, ...draft }: ArticleDraft, publishedOn: Day): Article => ({
  ...draft,
  ...(sourceDate !== undefined && isCalendarDay(sourceDate) && { sourceDate }),
  ...(validUntil !== undefined && isCalendarDay(validUntil) && { validUntil }),
  id: 'preview',
  title: draft.title || '（标题写在这里）',
  body: draft.body.length > 0 ? draft.body : ['（正文写在这里）'],
  publishedOn,
})
