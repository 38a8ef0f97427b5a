import * as z from 'zod'
import { measureActs } from '#domain/work/plans'
import { planDraft, planHome, planView, planWords } from '../call/plan'

/** Plans 一户一策 of the caller's households. Each action is on record; `not-found` alike for unknown and not theirs. */
export const fieldPlans = {
  planAt: { input: z.object({ householdId: planHome }), output: planView },
  /** A version that waits for an officer of the town; what stood stands meanwhile. `words`: why, for whoever approves and comes after. */
  writePlan: { input: z.object({ householdId: planHome, draft: planDraft, words: planWords }), output: planView },
  /** How far an open measure is, that it is done, or that it is dropped. */
  noteMeasure: {
    input: z.object({ householdId: planHome, n: z.int().min(1), act: z.enum(measureActs), words: planWords }),
    output: planView,
  },
}
