import * as z from 'zod'

/** Something that nobody can tell from the file: answered once, it is remembered for that agency and these headings. */
export const lookQuestion = z.object({
  id: z.string(),
  words: z.string(),
  about: z.enum(['kind', 'agency', 'month', 'unit', 'dates', 'column']),
  /** Of a column: where it stands. */
  sheet: z.string().optional(),
  column: z.int().optional(),
  /** The shape of that sheet's headings: `direct` takes it with the column, so that the answer holds for no others. */
  headings: z.string().optional(),
  /** `value` as `direct` takes it; '' means none of these. The likeliest first. */
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
})

export type LookQuestion = z.output<typeof lookQuestion>
