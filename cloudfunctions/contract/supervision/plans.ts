import * as z from 'zod'
import { measureActs, planStates } from '#domain/work/plans'
import { day } from '../call/dates'
import { planDraft, planHome, planView, planWords } from '../call/plan'
import { id } from '../office/words'

/** Plans 一户一策 at the desk: of a town's households, or those of which the caller's agency does a measure. Names are masked. */

const planListViews = ['waiting', 'late', 'standing', 'all'] as const
export type PlanListView = (typeof planListViews)[number]

const planRow = z.object({
  householdId: planHome,
  who: z.string(),
  place: z.string(),
  state: z.enum(planStates),
  causes: z.array(z.string()),
  open: z.int(),
  done: z.int(),
  /** The soonest day of an open measure, and whether it is over. */
  nextUntil: day.optional(),
  late: z.boolean(),
})
export type PlanRow = z.output<typeof planRow>

const acted = z.object({ householdId: planHome, words: planWords })

export const planDesk = {
  /** By household, 50 a page. `waiting`: for a second person; `late`: with a measure past its day. */
  plans: {
    input: z.object({
      view: z.enum(planListViews),
      town: z
        .string()
        .regex(/^\d{9}$/)
        .optional(),
      cause: id.optional(),
      after: z.string().max(120).optional(),
    }),
    output: z.object({
      rows: z.array(planRow),
      total: z.int(),
      next: z.string().optional(),
      towns: z.array(z.object({ id, name: z.string() })),
      causes: z.array(z.object({ id, name: z.string() })),
    }),
  },
  plan: { input: z.object({ householdId: planHome }), output: planView },
  writeTownPlan: { input: acted.extend({ draft: planDraft }), output: planView },
  approvePlan: { input: acted, output: planView },
  sendBackPlan: { input: acted, output: planView },
  noteTownMeasure: { input: acted.extend({ n: z.int().min(1), act: z.enum(measureActs) }), output: planView },
}
