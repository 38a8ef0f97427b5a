import * as z from 'zod'
import { month } from '../call/dates'
import { fileKinds } from './file-kinds'

/**
 * What people say of a file's columns, by the kind's own key; null: nobody needs it. Of one column, by sheet, shape of its headings and
 * number from 0, or of each that is headed so.
 */
const columnAnswer = z.union([
  z.object({
    sheet: z.string().max(100),
    headings: z.string().max(4000).optional(),
    column: z.int().min(0).max(1000),
    key: z.string().max(40).nullable(),
  }),
  z.object({ heading: z.string().min(1).max(100), key: z.string().max(40).nullable() }),
])

/** What people said about a file as a whole and about its columns. What is absent stays as it was said before. */
const direction = {
  agencyId: z.string().max(60).optional(),
  kind: z.enum(fileKinds).optional(),
  month: month.optional(),
  unit: z.enum(['分', '角', '元', '百元', '千元', '万元', '亿元']).optional(),
  dates: z.enum(['month-first', 'day-first']).optional(),
  columns: z.array(columnAnswer).max(300).optional(),
}

const answeredHeadings = z.object({
  id: z.string(),
  agency: z.string(),
  kind: z.enum(fileKinds),
  kindLabel: z.string(),
  /** The headings that were asked about, and what each was said to be. */
  columns: z.array(z.object({ heading: z.string(), label: z.string().nullable() })),
  at: z.string(),
})

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const directing = {
  /** Says how a file is to be read, before it is taken in; the answers about its headings hold for the next file headed so. */
  direct: { input: z.object({ sha256, ...direction }), output: z.object({ sha256 }) },
  /** What was answered about headings so far. */
  headingAnswers: { input: z.object({}), output: z.object({ answers: z.array(answeredHeadings) }) },
  /** Forgets an answer: the next file headed so is asked about again. */
  forgetHeadings: {
    input: z.object({
      id: z.string().max(200),
      reason: z.string().trim().min(4, { error: '请写明为什么要忘掉，至少 4 个字。' }).max(200),
    }),
    output: z.object({}),
  },
}
