import { normOn } from '#domain/county/parameters'
import { reviewsOf, type PlanReview, type SincePlan } from '#domain/work/plan-review'
import type { On } from '#kernel/call/on'
import { findIn } from '#store/db/read'
import { vitalEvents } from '#store/people/vital'
import type { Household } from '#store/people/register'
import { requests } from '#store/work/requests'
import type { Plan } from '#store/work/plans'

type Reading = Pick<On, 'db' | 'county' | 'moment'>

/** Why each of these households' plans that stand is to be looked at again, by household, the soonest first. */
export async function reviewsOfHomes(
  { db, county, moment: { today } }: Reading,
  homes: readonly Pick<Household, '_id' | 'category' | 'decidedOn' | 'listedOn'>[],
  plans: ReadonlyMap<string, Pick<Plan, 'agreedOn' | 'outline' | 'category'>>,
): Promise<Map<string, PlanReview[]>> {
  const agreed = homes.filter(({ _id }) => plans.get(_id)?.agreedOn)
  const ids = agreed.map(({ _id }) => _id)
  const [vital, needs] = await Promise.all([
    findIn(db, vitalEvents, 'householdId', ids, ['householdId', 'saidOn']),
    findIn(db, requests, 'householdId', ids, ['householdId', 'dueOn'], { kind: 'need', answeredAt: null }),
  ])
  const norms = {
    reviewDays: normOn(county, 'plan-review-days', today),
    reviseDays: normOn(county, 'plan-revise-days', today),
  }
  const [vitalBy, needsBy] = [groupedBy(vital), groupedBy(needs)]
  return new Map(
    agreed.map((home) => {
      const plan = plans.get(home._id)!
      const since: SincePlan = {
        ...(plan.category !== home.category && { otherCategoryOn: home.decidedOn ?? home.listedOn ?? plan.agreedOn! }),
        vitalOn: (vitalBy.get(home._id) ?? []).map(({ saidOn }) => saidOn),
        needsDueOn: (needsBy.get(home._id) ?? []).flatMap(({ dueOn }) => dueOn ?? []),
      }
      return [home._id, reviewsOf({ agreedOn: plan.agreedOn!, causes: plan.outline.causes }, since, norms, today)]
    }),
  )
}

function groupedBy<T extends { householdId: string | null }>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(one.householdId!, [...(groups.get(one.householdId!) ?? []), one])
  return groups
}
