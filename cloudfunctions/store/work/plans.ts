import type { Category } from '#domain/register/register'
import type { Day } from '#domain/time/dates'
import type { PlanAct, PlanOutline, PlanState } from '#domain/work/plans'
import { collection, index, multikey, unique, type Db } from '../db/collection'
import { find, findById } from '../db/read'
import { inTransaction } from '../db/transaction'
import { sealed } from '../db/keyed'
import type { CaseBy } from './cases'

/**
 * The plan 一户一策 of a household: one document for good. What stands and what waits are sealed, since they say who is ill and why;
 * `outline` has what is searched and counted.
 */
export interface Plan {
  _id: string
  householdId: string
  townCode: string
  villageCode: string
  /** 陈**: of the head. */
  who: string
  /** As the household was when the plan was agreed on. */
  category: Category
  people: number
  state: PlanState
  /** A `PlanContent` as JSON; nothing until two people agreed. */
  contentSealed: string | null
  outline: PlanOutline
  /** Ids of its causes, and of the agencies that do an open measure. */
  causeIds: string[]
  answering: string[]
  /** The soonest day of an open measure. */
  nextUntil: Day | null
  agreedOn: Day | null
  /** A `PlanDraft` as JSON that waits for the second person, or that was sent back. */
  wantedSealed: string | null
  askedBy: string | null
  askedOn: Day | null
  turn: number
}
export const plans = collection<Plan>(
  'plans',
  [
    index('householdId'),
    index('townCode', 'state', '_id'),
    index('state', '_id'),
    index('nextUntil'),
    index('-agreedOn'),
    multikey('causeIds'),
    multikey('answering'),
  ],
  { contentSealed: sealed(), wantedSealed: sealed() },
)

/** What happened to a plan, each once and for good. */
export interface PlanEvent {
  _id: string
  planId: string
  n: number
  at: string
  act: PlanAct
  from: PlanState | null
  to: PlanState
  by: CaseBy
  /** The number of the measure that it was about. */
  measure: number | null
  wordsSealed: string | null
  /** Of what was written, the draft, and of what was approved, the content: nothing that stood is lost. */
  contentSealed: string | null
}
export const planEvents = collection<PlanEvent>('plan_events', [unique('planId', 'n')], { wordsSealed: sealed(), contentSealed: sealed() })

export const planIdOf = (householdId: string): string => `plan-${householdId}`
export const findPlan = (db: Db, householdId: string): Promise<Plan | undefined> => findById(db, plans, planIdOf(householdId))
export const planHistory = (db: Db, planId: string): Promise<PlanEvent[]> => find(db, planEvents, { planId }, { order: [['n', 'asc']] })

/** An event without what follows from the plan. */
export type NewPlanEvent = Omit<PlanEvent, '_id' | 'planId' | 'n' | 'from' | 'to'>

/** The plan as it becomes and its event, together, while it still is as it was read; nothing if somebody else was first. */
export const changePlan = (db: Db, read: Plan | undefined, becomes: Omit<Plan, 'turn'>, event: NewPlanEvent): Promise<Plan | undefined> =>
  inTransaction(db, async (transaction) => {
    const now = await transaction.get(plans, becomes._id)
    if ((now?.turn ?? 0) !== (read?.turn ?? 0)) return undefined
    const turn = (now?.turn ?? 0) + 1
    const written: Plan = { ...becomes, turn }
    await transaction.set(plans, written)
    await transaction.add(planEvents, {
      ...event,
      ...{ _id: `${becomes._id}/${String(turn).padStart(5, '0')}`, planId: becomes._id, n: turn },
      ...{ from: now?.state ?? null, to: becomes.state },
    })
    return written
  })
