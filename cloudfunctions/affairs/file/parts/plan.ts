import type { HouseholdFile } from '#contract/household/actions'
import { tellPlan } from '../../plans/present'
import { contentOf } from '../../plans/content'
import type { On } from '#kernel/call/on'
import type { LoadedFile } from '../lists'

/** 帮扶计划, as it goes with whoever helps: what two people agreed on and how far it is, while the household is on the register. */
export function planOf(on: On, { household, planned }: LoadedFile): Pick<HouseholdFile, 'plan'> {
  const [plan] = planned
  const content = contentOf(on.keys, plan)
  return household.onRegister && plan?.agreedOn && content ? { plan: tellPlan(on, plan.agreedOn, content) } : {}
}
