import { daysAfter, sayWhen, type Day } from '../time/dates'
import type { PlanCause } from './plans'

/** Why a plan that stands is to be looked at again, and until when. */
export interface PlanReview {
  why: string
  dueOn: Day
}

/** What happened to a household since its plan was agreed on. */
export interface SincePlan {
  /** The day from which it is of another category than the plan was made for. */
  otherCategoryOn?: Day | undefined
  /** The days on which lists said that somebody died, moved or came. */
  vitalOn: readonly Day[]
  /** The days until which needs were to be answered that are not yet. */
  needsDueOn: readonly Day[]
}
export interface ReviewNorms {
  reviewDays: number
  reviseDays: number
}

/** Everything that asks for another look at a plan, the soonest first: its year is over, or something happened. */
export function reviewsOf(
  { agreedOn, causes }: { agreedOn: Day; causes: readonly PlanCause[] },
  { otherCategoryOn, vitalOn, needsDueOn }: SincePlan,
  { reviewDays, reviseDays }: ReviewNorms,
  today: Day,
): PlanReview[] {
  const happened = (on: Day, why: string): PlanReview => ({ why, dueOn: daysAfter(on, reviseDays) })
  const [died] = vitalOn.filter((on) => on > agreedOn).sort()
  const [unmet] = needsDueOn.filter((on) => on > agreedOn && on < today).sort()
  const over = causes.flatMap(({ until }) => (until !== undefined && until < today ? [until] : [])).sort()[0]
  return [
    { why: `计划是${sayWhen(agreedOn)}定的，每 ${reviewDays} 天重看一次`, dueOn: daysAfter(agreedOn, reviewDays) },
    ...(otherCategoryOn !== undefined ? [happened(otherCategoryOn, '这一户的类别变了')] : []),
    ...(died !== undefined ? [happened(died, '家里有人去世或者迁移')] : []),
    ...(unmet !== undefined ? [happened(unmet, '说的需求到期没有答复')] : []),
    ...(over !== undefined ? [happened(over, '有一个原因到期了')] : []),
  ].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
}

/** The day until which a household has to have a plan: so long after it came on the register, or after the rule began. */
export const planDueOn = (since: Day | undefined, ruleFrom: Day, days: number): Day =>
  daysAfter(since !== undefined && since > ruleFrom ? since : ruleFrom, days)
