import { causesUnanswered, measuresLate, reviewsLate, withoutPlan, type PlannedHome } from '#domain/alerts/detectors/plans'
import { normOn, normSince } from '#domain/county/parameters'
import { planDueOn } from '#domain/work/plan-review'
import { reviewsOfHomes } from '#affairs/plans/review'
import type { AtWork } from '#kernel/jobs/kind'
import { findIn, pages } from '#store/db/read'
import { households, type Household } from '#store/people/register'
import { plans } from '#store/work/plans'
import type { Watch } from './watch'

/** Plans 一户一策 that are missing, have no answer, or are late. A scope is a town. (Plans of money are `plan-watch`.) */
export const planOfHomeWatch: Watch = {
  detectors: ['plan_missing', 'plan_cause_unanswered', 'plan_measure_late', 'plan_review_late'],
  scopes: ({ county }) => Promise.resolve(county.towns.map(({ code }) => code)),
  async look(on, townCode) {
    const { county, moment } = on
    const homes: PlannedHome[] = []
    const fields = ['villageCode', 'category', 'decidedOn', 'listedOn']
    for await (const page of pages(on.db, households, { townCode, onRegister: true }, { fields }))
      homes.push(...(await plannedOf(on, page)))
    const agencyId = county.agencies.find(({ area }) => area === townCode)?.id ?? county.duties.data
    const town = { townCode, agencyId, homes, measures: county.measures, today: moment.today }
    return {
      plan_missing: withoutPlan(town),
      plan_cause_unanswered: causesUnanswered(town),
      plan_measure_late: measuresLate(town, (who) => county.agencies.some(({ id }) => id === who)),
      plan_review_late: reviewsLate(town),
    }
  },
}

async function plannedOf(on: AtWork, homes: readonly Household[]): Promise<PlannedHome[]> {
  const { db, county, moment } = on
  const ids = homes.map(({ _id }) => _id)
  const fields = ['householdId', 'agreedOn', 'outline', 'category']
  const inForce = (await findIn(db, plans, 'householdId', ids, fields)).filter(({ agreedOn }) => agreedOn !== null)
  const known = new Map(inForce.map((plan) => [plan.householdId, plan]))
  const reviews = await reviewsOfHomes(on, homes, known)
  const days = normOn(county, 'plan-write-days', moment.today)
  const from = normSince(county, 'plan-write-days')
  return homes.map(({ _id, decidedOn, listedOn }): PlannedHome => {
    const plan = known.get(_id)
    return {
      householdId: _id,
      planDueOn: planDueOn(decidedOn ?? listedOn, from, days),
      ...(plan && { plan: { id: plan._id, outline: plan.outline, reviews: reviews.get(_id) ?? [] } }),
    }
  })
}
