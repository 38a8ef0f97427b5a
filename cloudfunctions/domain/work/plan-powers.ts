import type { County } from '../county/county'
import { isWorkerRole, type StaffRole } from '../access/staff'
import { areaOf } from './alert-powers'
import { planActs, planTransitions, type PlanAct, type PlanState } from './plans'
import { canBe } from './transitions'

/**
 * As what somebody stands to a household's plan: `worker` looks after the household, `town` is its town's government, `answering` an
 * agency that does a measure of it, `county` sees all plans and changes none.
 */
export type PlanParty = 'worker' | 'town' | 'answering' | 'county'

/** Who may do what. That whoever approves or sends back is another than who wrote it is asked beside. */
const planPowers: Readonly<Record<PlanAct, readonly PlanParty[]>> = {
  write: ['worker', 'town'],
  approve: ['town'],
  sendBack: ['town'],
  note: ['worker', 'town', 'answering'],
  done: ['worker', 'town', 'answering'],
  drop: ['worker', 'town'],
}

/** Of a plan, what decides about who may do something with it. */
export interface PlanStanding {
  townCode: string
  /** Agencies that do a measure which is open. */
  answering: readonly string[]
}
interface Someone {
  agencyId: string
  role: StaffRole
}
type Pack = Pick<County, 'duties' | 'agencies' | 'cases'>

/** Who sees every plan: the agency that decides about the register, and the discipline office. */
export const seesAllPlans = ({ duties, cases }: Pack, { agencyId, role }: Someone): boolean =>
  !isWorkerRole(role) && (agencyId === cases.agency || (agencyId === duties.discipline && role !== 'data-officer'))

/** As what somebody stands to it; nothing: it is none of theirs. `theirs`: they are a worker of the household. */
export function planPartiesOf(county: Pack, { townCode, answering }: PlanStanding, one: Someone, theirs: boolean): PlanParty[] {
  if (isWorkerRole(one.role)) return theirs ? ['worker'] : []
  return [
    ...(areaOf(county, one.agencyId) === townCode ? (['town'] as const) : []),
    ...(answering.includes(one.agencyId) ? (['answering'] as const) : []),
    ...(seesAllPlans(county, one) ? (['county'] as const) : []),
  ]
}

/** What one of these may do with a plan that stands so; `none`: there is no plan yet. */
export const planActsFor = (parties: readonly PlanParty[], state: PlanState | 'none'): PlanAct[] =>
  planActs.filter((act) => (state === 'none' ? act === 'write' : canBe(planTransitions, act, state)) && mayEver(parties, act))

/** Whether it is ever for one of these to do. */
export const mayEver = (parties: readonly PlanParty[], act: PlanAct): boolean => planPowers[act].some((party) => parties.includes(party))

/** What takes a second person. */
export const takesTwo = (act: PlanAct): boolean => act === 'approve' || act === 'sendBack'
