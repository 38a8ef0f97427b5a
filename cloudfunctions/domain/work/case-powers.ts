import type { County } from '../county/county'
import type { OfficerRole, StaffRole } from '../access/staff'
import { areaOf } from './alert-powers'
import { caseActs, caseTransitions, type CaseAct, type CaseKind, type CaseSource, type CaseState } from './cases'
import { canBe } from './transitions'

/** As what an officer's agency stands to a case: `agency` decides on it, `town` serves the place, `overseer` is the discipline office. */
export type CaseParty = 'agency' | 'town' | 'overseer'

/** Of a case, what decides about who may do something with it. */
export interface CaseStanding {
  kind: CaseKind
  state: CaseState
  source: CaseSource
  /** Who decides. */
  agencyId: string
  townCode: string
  /** Who put it forward, and who decided: never the same, and who answers an appeal is neither, nor whoever wrote the appeal down. */
  openedBy: string | null
  proposedBy: string | null
  decidedBy: string | null
  appealedBy: string | null
}

interface Power {
  party: CaseParty
  roles: readonly OfficerRole[]
}
const all: readonly OfficerRole[] = ['head', 'data-officer', 'officer']
const duty: readonly OfficerRole[] = ['head', 'data-officer']
const working: readonly Power[] = [
  { party: 'agency', roles: all },
  { party: 'town', roles: all },
]
const deciding: readonly Power[] = [{ party: 'agency', roles: duty }]

/** Who may do what: an agency's standing × a person's post. That it takes two is asked beside (`secondTo`). */
const casePowers: Readonly<Record<CaseAct, readonly Power[]>> = {
  take: working,
  reuse: working,
  checked: working,
  post: working,
  propose: working,
  approve: deciding,
  refuse: deciding,
  sendBack: deciding,
  /** Nobody's application is put away by who merely works on it. */
  drop: [...deciding, { party: 'town', roles: duty }],
  withdraw: working,
  tell: working,
  /** Written down for somebody who has no phone. */
  appeal: working,
  stand: [...deciding, { party: 'overseer', roles: ['head'] }],
  overturn: [...deciding, { party: 'overseer', roles: ['head'] }],
  end: working,
}

interface Officer {
  _id: string
  agencyId: string
  role: StaffRole
}
type Pack = Pick<County, 'duties' | 'agencies' | 'cases'>

/** As what somebody's agency stands to a case; nothing: it is none of theirs, and they do not see it. */
export function casePartiesOf(
  county: Pack,
  { agencyId: decides, townCode }: CaseStanding,
  { agencyId, role }: Pick<Officer, 'agencyId' | 'role'>,
): CaseParty[] {
  return [
    ...(agencyId === decides ? (['agency'] as const) : []),
    ...(areaOf(county, agencyId) === townCode ? (['town'] as const) : []),
    ...(agencyId === county.duties.discipline && role !== 'data-officer' ? (['overseer'] as const) : []),
  ]
}

/** Who has to be somebody else, really, than whoever does this: who put it forward, who decided before, who wrote the appeal down. */
export function secondTo(act: CaseAct, { proposedBy, decidedBy, appealedBy }: CaseStanding): string[] {
  const others: Partial<Record<CaseAct, (string | null)[]>> = {
    approve: [proposedBy],
    refuse: [proposedBy],
    stand: [decidedBy, proposedBy, appealedBy],
    overturn: [decidedBy, proposedBy, appealedBy],
  }
  return others[act]?.flatMap((id) => id ?? []) ?? []
}

/**
 * To take a case back ends it as much as putting it away does: whoever merely works on cases takes back what they opened themselves, or
 * what an office found; what somebody applied for, or what came by itself, goes on or is put away by a head or data officer.
 */
const isTheirsToWithdraw = ({ openedBy, source }: CaseStanding, { _id, role }: Officer): boolean =>
  (duty as readonly StaffRole[]).includes(role) || openedBy === _id || (openedBy !== null && source !== 'farmer')

/** True when somebody's agency and post may do this with a case as it stands. */
export const mayActOn = (county: Pack, act: CaseAct, one: CaseStanding, officer: Officer): boolean => {
  const parties = casePartiesOf(county, one, officer)
  return (
    canBe(caseTransitions(county.cases.kinds[one.kind].steps), act, one.state) &&
    (act !== 'withdraw' || isTheirsToWithdraw(one, officer)) &&
    casePowers[act].some(({ party, roles }) => parties.includes(party) && (roles as readonly StaffRole[]).includes(officer.role))
  )
}

/** All of what somebody may do with it now, in the order of the way it goes. */
export const caseActsFor = (county: Pack, one: CaseStanding, officer: Officer): CaseAct[] =>
  caseActs.filter((act) => mayActOn(county, act, one, officer))

/** Who may open one: the agency that decides, and the governments of the towns. */
export const mayOpenCase = (county: Pack, townCode: string, { agencyId }: Pick<Officer, 'agencyId'>): boolean =>
  agencyId === county.cases.agency || areaOf(county, agencyId) === townCode
