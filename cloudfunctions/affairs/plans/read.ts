import type { PlanView } from '#contract/call/plan'
import type { On } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { planIdOf } from '#store/work/plans'
import { partiesTo } from './allowed'
import { findHomeWithPlan, noPlanHome, planPurpose } from './perform'
import { presentPlan } from './present'

/** One household's plan, or that it has none, for those whose work it is; the household sees that it was opened. */
export async function readPlan(on: On, action: string, householdId: string): Promise<PlanView> {
  const caller = await on.caller()
  const one = caller.staff!
  const found = await findHomeWithPlan(on, householdId)
  const isTheirs = found !== undefined && (await partiesTo(on, one, found)).length > 0
  await recordLook(on, caller, {
    ...{ action, granted: isTheirs, about: { kind: 'plan', id: planIdOf(householdId) }, purpose: planPurpose(one) },
    ...(found && { householdId: found.home._id }),
  })
  if (!isTheirs) throw noPlanHome()
  return presentPlan(on, one, found)
}
