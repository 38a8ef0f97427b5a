import { suggestFor, type PlanSuggestion } from '#domain/work/plan-suggestions'
import type { On } from '#kernel/call/on'
import { find } from '#store/db/read'
import type { Household } from '#store/people/register'
import { plans } from '#store/work/plans'
import { madeFor } from './perform'

/** For every cause of the pack, what worked in similar households: the page shows those of the causes that are chosen. */
export async function suggestionsFor({ db, county }: Pick<On, 'db' | 'county'>, home: Household): Promise<PlanSuggestion[]> {
  // The newest thousand: enough to say what works, and one request.
  const { category, people } = madeFor(home)
  const fields = ['householdId', 'category', 'people', 'outline']
  const inForce = { state: { $in: ['standing', 'revising'] } }
  const like = { $or: [{ category }, { people: { $gte: people - 1, $lte: people + 1 } }] }
  const known = await find(db, plans, { ...inForce, ...like }, { order: [['agreedOn', 'desc']], fields })
  const others = known.filter(({ householdId }) => householdId !== home._id)
  return suggestFor(
    county.causes.map(({ id }) => id),
    { category, people },
    others,
    county.measures,
  )
}
