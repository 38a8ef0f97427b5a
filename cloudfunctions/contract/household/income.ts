import * as z from 'zod'

const named = z.object({ name: z.string(), says: z.string() })

/** What somebody said of the household's income in twelve months, in words: every part, every line beside, what follows. */
export const incomeLine = z.object({
  id: z.string(),
  /** 2025年11月到2026年10月. */
  months: z.string(),
  /** Who said it, and when: 县民政局入户核查，2026年11月20日. */
  said: z.string(),
  /** Its months are over for a year and more: nothing follows from it now. */
  old: z.literal(true).optional(),
  /** The parts, what does not count, what they come to and for how many. */
  sum: z.array(named),
  /** The lines of today, each with its limit, and 差 120 元, 高出 35 元, 缺……，算不出. */
  lines: z.array(named.extend({ id: z.string(), limit: z.string(), standing: z.enum(['below', 'at', 'above', 'unknown']) })),
  /** What the standard would fill, and whether necessary spending makes it hard. */
  more: z.array(named),
  /** On what it rests, for officers. */
  evidence: z.string().optional(),
})
export type IncomeLine = z.output<typeof incomeLine>
