import * as z from 'zod'
import { day } from './dates'

/** A case 办件 as whoever it is about reads it: plain sentences, and nobody's name. */
export const toldCase = z.object({
  id: z.string(),
  /** 申请列入名册, 退出名册 … */
  title: z.string(),
  /** `going`: something is still to come; `told`: out of the register; the others are over. */
  standing: z.enum(['going', 'told', 'done', 'over']),
  /** What it waits for, until when: 正在核查，12月3日前有人上门. */
  now: z.string(),
  /** By when all of it should be decided, while it is not. */
  wholeDueOn: day.optional(),
  /** Of an exit: why, from when, what changes, how to appeal. Sentences. */
  told: z.array(z.string()),
  /** What was done, each with its day; `words` are those that were written for the person to read. */
  steps: z.array(z.object({ on: day, what: z.string(), words: z.string().optional() })),
  /** The household may appeal now; `until`: the last day, where it has begun to run. */
  appeal: z.object({ until: day.optional() }).optional(),
})
export type ToldCase = z.output<typeof toldCase>
