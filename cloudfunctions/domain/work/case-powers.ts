import type { County } from '../county/county'
import type { OfficerRole, StaffRole } from '../access/staff'
import { areaOf } from './alert-powers'
import { caseActs, caseTransitions, type CaseAct, type CaseKind, type CaseState } from './cases'
import { canBe } from './transitions'

/** As what an officer's agency stands to a case: `agency` decides on it, `town` serves the place, `overseer` is the discipline office. */
export type CaseParty = 'agency' | 'town' | 'overseer'

/** Of a case, what decides about who may do something with it. */
export interface CaseStanding {
  kind: CaseKind
  state: CaseState
  /** Who decides. */
  agencyId: string
  townCode: string
  /** Who put it forward, and who decided: never the same, and who answers an appeal is neither. */
  openedBy: string | null
  proposedBy: string | null
  decidedBy: string | null
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
  agencyId: string
  role: StaffRole
}
type Pack = Pick<County, 'duties' | 'agencies' | 'cases'>

/** As what somebody's agency stands to a case; nothing: it is none of theirs, and they do not see it. */
export function casePartiesOf(county: Pack, { agencyId: decides, townCode }: CaseStanding, { agencyId, role }: Officer): CaseParty[] {
  return [
    ...(agencyId === decides ? (['agency'] as const) : []),
    ...(areaOf(county, agencyId) === townCode ? (['town'] as const) : []),
    ...(agencyId === county.duties.discipline && role !== 'data-officer' ? (['overseer'] as const) : []),
  ]
}

/** Who has to be somebody else, really, than whoever does this: who put it forward, or who decided before. */
export const secondTo = (act: CaseAct, { proposedBy, decidedBy }: CaseStanding): string[] =>
  ({ approve: [proposedBy], refuse: [proposedBy], stand: [decidedBy, proposedBy], overturn: [decidedBy, proposedBy] })[
    act as 'approve'
  ]?.flatMap((id) => id ?? []) ?? []

/** True when somebody's agency and post may do this with a case as it stands. */
export const mayActOn = (county: Pack, act: CaseAct, one: CaseStanding, officer: Officer): boolean => {
  const parties = casePartiesOf(county, one, officer)
  return (
    canBe(caseTransitions(county.cases.kinds[one.kind].steps), act, one.state) &&
    casePowers[act].some(({ party, roles }) => parties.includes(party) && (roles as readonly StaffRole[]).includes(officer.role))
  )
}

/** All of what somebody may do with it now, in the order of the way it goes. */
export const caseActsFor = (county: Pack, one: CaseStanding, officer: Officer): CaseAct[] =>
  caseActs.filter((act) => mayActOn(county, act, one, officer))

/** Who may open one: the agency that decides, and the governments of the towns. */
export const mayOpenCase = (county: Pack, townCode: string, { agencyId }: Officer): boolean =>
  agencyId === county.cases.agency || areaOf(county, agencyId) === townCode
