import { sayWhen, type Day } from '../../time/dates'
import { overdue, unanswered } from '../../work/plan-draft'
import type { PlanReview } from '../../work/plan-review'
import type { PlanOutline } from '../../work/plans'
import type { County } from '../../county/county'
import type { Finding } from '../finding'

/** Of a household on the register, its plan as far as alerts ask. */
export interface PlannedHome {
  householdId: string
  /** What stands, its id, and why it is to be looked at again; nothing where two people have agreed on nothing. */
  plan?: { id: string; outline: PlanOutline; reviews: PlanReview[] }
  /** Until when it has to have one. */
  planDueOn: Day
}
export interface TownPlans {
  townCode: string
  /** The town's government: it sees to it that there are plans. */
  agencyId: string
  homes: readonly PlannedHome[]
  measures: County['measures']
  today: Day
}

/** One finding of a town however many households: whoever has it in hand goes through its records. */
function together({ townCode }: TownPlans, agencyId: string, found: readonly PlannedHome[], why: (count: number) => string): Finding[] {
  if (found.length === 0) return []
  return [
    {
      ...{ subject: { kind: 'place', id: townCode }, cause: agencyId, agencyId, townCode },
      why: why(found.length),
      records: found.map(({ householdId, plan }) => (plan ? { kind: 'plan', id: plan.id } : { kind: 'household', id: householdId })),
      // Who is on it, so that another household brings it back, and the same ones that merely wait do not.
      facts: found.map(({ householdId }) => householdId).sort(),
    },
  ]
}

/** Households on the register that have no plan by their day. */
export const withoutPlan = (town: TownPlans): Finding[] =>
  together(
    town,
    town.agencyId,
    town.homes.filter(({ plan, planDueOn }) => plan === undefined && planDueOn < town.today),
    (count) => `有 ${count} 户在名册上，过了期限还没有两个人定下的帮扶计划。`,
  )

/** Plans in which a cause that holds today has no measure. */
export const causesUnanswered = (town: TownPlans): Finding[] =>
  together(
    town,
    town.agencyId,
    town.homes.filter(({ plan }) => plan !== undefined && unanswered(town, plan.outline, town.today).length > 0),
    (count) => `有 ${count} 户的帮扶计划里，写了原因，没有对应的措施在办或者做成。`,
  )

/** Open measures past their day: one of each agency that does some, the town's for those of its workers and of households. */
export function measuresLate(town: TownPlans, isAgency: (who: string) => boolean): Finding[] {
  const { homes, today, agencyId } = town
  const by = new Map<string, PlannedHome[]>()
  for (const home of homes) {
    const late = overdue(home.plan?.outline.measures ?? [], today)
    for (const who of new Set(late.map((one) => (isAgency(one.who) ? one.who : agencyId)))) by.set(who, [...(by.get(who) ?? []), home])
  }
  return [...by].flatMap(([who, found]) =>
    together(town, who, found, (count) => `有 ${count} 户的帮扶计划里，有措施过了日子还没有做成，也没有写不做了。`),
  )
}

/** Plans that were to be looked at again by a day that is over. */
export function reviewsLate(town: TownPlans): Finding[] {
  const late = town.homes.filter(({ plan }) => plan?.reviews[0] !== undefined && plan.reviews[0].dueOn < town.today)
  const first = late[0]?.plan?.reviews[0]
  return together(
    town,
    town.agencyId,
    late,
    (count) => `有 ${count} 户的帮扶计划到期没有重看。例如一户：${first!.why}，应当在${sayWhen(first!.dueOn)}以前看。`,
  )
}
