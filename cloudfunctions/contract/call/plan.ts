import * as z from 'zod'
import { staffRoles } from '#domain/access/staff'
import { measureActs, measureStates, planActs, planStates } from '#domain/work/plans'
import { day } from './dates'

/** A household's plan 一户一策, alike for whoever is at the door and at the desk. */

export const planHome = z.string().min(1).max(100)
const id = z.string().min(1).max(60)
const said = (hint: string) => z.string().trim().min(2, { error: hint }).max(200, { error: '最多写 200 个字，请再短一些。' })
export const planWords = z.string().trim().min(4, { error: '请写清楚，至少 4 个字。' }).max(500, { error: '最多写 500 个字，请再短一些。' })

const cause = z.object({ id, until: day.optional() })
const draftMeasure = z.object({
  /** Where it is one that stands already. */
  n: z.int().min(1).optional(),
  id,
  words: said('请写这一项具体做什么。'),
  /** A worker role, `self`, or an agency's id. */
  who: id,
  until: day,
  proof: said('请写怎么算做成了。'),
})
export const planDraft = z.object({ causes: z.array(cause).max(20), measures: z.array(draftMeasure).max(30) })

const measure = draftMeasure.extend({
  n: z.int(),
  name: z.string(),
  /** Who does it, as people call them. */
  hand: z.string(),
  state: z.enum(measureStates),
  late: z.boolean(),
  notes: z.array(z.object({ on: day, act: z.enum(measureActs), by: z.string(), words: z.string() })),
})
const namedCause = cause.extend({ name: z.string(), nature: z.enum(['permanent', 'shock', 'stage']) })

/** What a household's own file tells of it. */
export const plan = z.object({ agreedOn: day, causes: z.array(namedCause), measures: z.array(measure) })

export const planView = z.object({
  householdId: planHome,
  /** The head's name for whoever looks after the household; 陈** for an officer. */
  who: z.string(),
  village: z.string(),
  category: z.string(),
  /** Nothing was written yet, where there is none. */
  state: z.enum(planStates).optional(),
  /** The household has left the register: the plan can be read only. */
  ended: z.boolean(),
  /** What two people agreed on. */
  plan: plan.optional(),
  /** What waits for the second person, or was sent back. */
  wanted: z
    .object({
      /** To be written on; `causes` and `measures` are the same, to be read. */
      draft: planDraft,
      causes: z.array(namedCause),
      measures: z.array(draftMeasure.extend({ name: z.string(), hand: z.string() })),
      by: z.string().optional(),
      on: day.optional(),
    })
    .optional(),
  /** Names of causes that no measure answers. */
  unanswered: z.array(z.string()),
  /** Why it is to be looked at again, the soonest first; those that are late first of all. */
  reviews: z.array(z.object({ why: z.string(), dueOn: day, late: z.boolean() })),
  history: z.array(
    z.object({
      at: z.iso.datetime(),
      act: z.enum(planActs),
      by: z.object({ name: z.string(), role: z.enum(staffRoles), agency: z.string() }),
      words: z.string().optional(),
    }),
  ),
  can: z.array(z.enum(planActs)),
  /** What may be chosen, where the caller may write. */
  choices: z
    .object({
      causes: z.array(z.object({ id, name: z.string(), nature: z.enum(['permanent', 'shock', 'stage']), strategy: z.string() })),
      measures: z.array(z.object({ id, name: z.string(), answers: z.array(id), proof: z.string() })),
      hands: z.array(z.object({ id, name: z.string() })),
      /** 同样因病的 12 户做过，9 户做成: what worked elsewhere, never a decision. */
      suggestions: z.array(z.object({ measure: id, cause: id, why: z.string() })),
    })
    .optional(),
})
export type PlanView = z.output<typeof planView>
export type OwnPlan = z.output<typeof plan>
