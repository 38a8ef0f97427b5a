import type { County } from '../county/county'
import type { OfficerRole, StaffRole } from '../access/staff'
import { alertActs, peopleActs, type AlertState, type PeopleAct } from './alerts'
import { canBe } from './transitions'

/**
 * As what an officer's agency stands to an alert: `overseer` is the discipline office, `data` the data office, `holder` has it in hand,
 * `first` must look at it first, `town` serves the place.
 */
export type Party = 'overseer' | 'data' | 'holder' | 'first' | 'town'

/** Of an alert, what decides about who may do something with it. */
export interface Standing {
  state: AlertState
  agencyId: string
  handedTo: string | null
  townCode: string | null
  /** The discipline office has looked into it: its end is that office's word. */
  inspected: boolean
}

const all: readonly OfficerRole[] = ['head', 'data-officer', 'officer']
const handling: readonly OfficerRole[] = ['head', 'officer']

interface Power {
  party: Party
  roles: readonly OfficerRole[]
  /** Not once the discipline office has looked into it. */
  uninspectedOnly?: true
}

/** Who may do what: an agency's standing × a person's post. */
const alertPowers: Readonly<Record<PeopleAct, readonly Power[]>> = {
  hand: [
    { party: 'overseer', roles: all },
    { party: 'data', roles: ['head', 'data-officer'] },
    { party: 'first', roles: all },
  ],
  inspect: [{ party: 'overseer', roles: handling }],
  order: [{ party: 'overseer', roles: handling }],
  rectified: [{ party: 'holder', roles: all }],
  pass: [
    { party: 'overseer', roles: handling },
    { party: 'first', roles: ['head'], uninspectedOnly: true },
  ],
  fail: [
    { party: 'overseer', roles: handling },
    { party: 'first', roles: ['head'], uninspectedOnly: true },
  ],
  close: [{ party: 'overseer', roles: handling }],
  refuse: [
    { party: 'overseer', roles: handling },
    { party: 'holder', roles: ['head', 'data-officer'] },
    { party: 'first', roles: ['head', 'data-officer'] },
  ],
  reopen: [{ party: 'overseer', roles: handling }],
  remind: [
    { party: 'overseer', roles: all },
    { party: 'data', roles: ['head', 'data-officer'] },
    { party: 'first', roles: all },
    { party: 'town', roles: ['head', 'data-officer'] },
  ],
}

interface Officer {
  agencyId: string
  role: StaffRole
}
type Duties = Pick<County, 'duties' | 'agencies'>

/** The division that an agency serves; nothing for the county's own. */
export const areaOf = ({ agencies }: Pick<County, 'agencies'>, agencyId: string): string | undefined =>
  agencies.find(({ id }) => id === agencyId)?.area

/** Who has it in hand: the agency it was handed to, before that the one that must look first. */
export const holderOf = ({ handedTo, agencyId }: Pick<Standing, 'handedTo' | 'agencyId'>): string => handedTo ?? agencyId

/** As what somebody's agency stands to an alert; nothing: it is none of theirs, and they do not see it. */
export function partiesOf(county: Duties, alert: Standing, { agencyId, role }: Officer): Party[] {
  const { discipline, data } = county.duties
  const area = areaOf(county, agencyId)
  return [
    ...(agencyId === discipline ? (['overseer'] as const) : []),
    ...(agencyId === data && role !== 'officer' ? (['data'] as const) : []),
    ...(agencyId === holderOf(alert) ? (['holder'] as const) : []),
    ...(agencyId === alert.agencyId ? (['first'] as const) : []),
    ...(area !== undefined && alert.townCode === area ? (['town'] as const) : []),
  ]
}

/** True when somebody may do this with an alert as it stands. Who says it is put right cannot be who passes it: that is asked beside. */
export function mayAct(county: Duties, act: PeopleAct, alert: Standing, officer: Officer): boolean {
  const parties = partiesOf(county, alert, officer)
  return (
    canBe(alertActs, act, alert.state) &&
    alertPowers[act].some(
      ({ party, roles, uninspectedOnly }) =>
        parties.includes(party) && (roles as readonly StaffRole[]).includes(officer.role) && !(uninspectedOnly && alert.inspected),
    )
  )
}

/** All of what somebody may do with it now, in the order of the way it goes. */
export const actsFor = (county: Duties, alert: Standing, officer: Officer): PeopleAct[] =>
  peopleActs.filter((act) => mayAct(county, act, alert, officer))
