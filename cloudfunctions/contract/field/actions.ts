import * as z from 'zod'
import { caseKinds } from '#domain/work/cases'
import { day } from '../call/dates'
import { homeCheckFound } from '../call/home-check'
import { fieldCallbacks } from './callbacks'
import { fieldPlans } from './plans'
import { fieldVisits } from './visits'

/** What is done at people's doors: home checks 入户核查, and calls 抽样回访, that wait in a grid worker's villages. */

const id = z.string().min(1).max(80)
const check = z.object({
  id,
  /** 程**: the name stands in the opened one. */
  who: z.string(),
  village: z.string(),
  kind: z.enum(caseKinds),
  /** Until when somebody has to have been there. */
  dueOn: day.optional(),
  late: z.boolean(),
})

export const field = {
  /** Home checks that are due in the caller's villages, the soonest first, at most 100. Masked. */
  checks: { input: z.object({}), output: z.object({ checks: z.array(check) }) },
  /** One of them, to go there: names, and how to call whoever applied. On record; `not-found` alike for unknown and not theirs. */
  checkAt: {
    input: z.object({ id }),
    output: check.extend({
      members: z.array(z.object({ name: z.string(), relation: z.string() })),
      phone: z.string().optional(),
      hardship: z.string().optional(),
      words: z.string().optional(),
      /** What the office said to look at. */
      asked: z.string().optional(),
    }),
  },
  /** What was found; one form for 监测 and 救助. The case goes on by it. Sent twice it is one. */
  check: { input: z.object({ id, on: day, found: homeCheckFound }), output: z.object({ noted: z.literal(true) }) },
  ...fieldCallbacks,
  ...fieldVisits,
  ...fieldPlans,
}
export type DueCheck = z.output<typeof check>
export type CheckAt = z.output<typeof field.checkAt.output>
export type { CallAt, CallToMake } from './callbacks'
export type { Home, SentVisit, VisitedHome } from './visits'
