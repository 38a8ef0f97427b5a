import { areTwo } from '#domain/access/second-person'
import { isWorkerRole } from '#domain/access/staff'
import { planActsFor, planPartiesOf, takesTwo, type PlanParty } from '#domain/work/plan-powers'
import type { PlanAct } from '#domain/work/plans'
import { mayRead } from '#kernel/access/authorize'
import { findStandings } from '#kernel/access/second-person'
import type { On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import type { Household } from '#store/people/register'
import type { Plan } from '#store/work/plans'

/** A household with its plan, where it has one. */
export interface HomeWithPlan {
  home: Household
  plan: Plan | undefined
}

/** As what the caller stands to a household's plan; nothing: it is none of theirs. */
export async function partiesTo(on: On, one: Staff, { home, plan }: HomeWithPlan): Promise<PlanParty[]> {
  const facts = { householdId: home._id, villageCode: home.villageCode, helpers: home.helpers }
  const relation = isWorkerRole(one.role) ? mayRead(await on.caller(), facts)?.relation : undefined
  const standing = { townCode: home.townCode, answering: plan?.answering ?? [] }
  return planPartiesOf(on.county, standing, one, relation === one.role)
}

/** All of what the caller may do now: nothing about a household that left the register, and nobody agrees to what they wrote. */
export async function allowedWithPlan(on: On, one: Staff, about: HomeWithPlan): Promise<PlanAct[]> {
  if (!about.home.onRegister) return []
  const acts = planActsFor(await partiesTo(on, one, about), about.plan?.state ?? 'none')
  if (!acts.some(takesTwo)) return acts
  const askedBy = about.plan?.askedBy ?? null
  const second = askedBy !== null && areTwo(await findStandings(on.db, [one._id, askedBy]), one._id, askedBy)
  return acts.filter((act) => !takesTwo(act) || second)
}
