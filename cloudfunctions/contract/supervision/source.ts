import * as z from 'zod'
import { sourcesOf } from '#domain/people/stated'
import { day } from '../call/dates'

const id = z.string().min(1).max(80)

const said = z.object({
  /** What it says, in words: 南田镇新南村, 已经去世. */
  says: z.string(),
  /** 县公安局的死亡和迁移名单. */
  from: z.string(),
  /** The file, the sheet and the row as Excel shows it; absent for what was entered at the counter. */
  file: z.string().optional(),
  sheet: z.string().optional(),
  row: z.int().optional(),
  /** The day that the file speaks of; absent in what was taken in before it was kept. */
  day: day.optional(),
  /** This is what the household's file shows; `differs`: it says otherwise than that. */
  shown: z.boolean(),
  differs: z.boolean(),
})

export const sourceDesk = {
  /**
   * Where something in an opened file comes from (哪里来的): all that is said of it, the one that is shown first, and why it is. Under the
   * same grant as the file, and on record. What the grant does not open is refused.
   */
  source: {
    input: z.object({ grantId: id, householdId: id, of: z.enum(sourcesOf) }),
    output: z.object({
      label: z.string(),
      people: z.array(z.object({ who: z.string(), why: z.string(), said: z.array(said) })),
    }),
  },
}

export type SourceAnswer = z.output<typeof sourceDesk.source.output>
