import { isDutyRole, type StaffRole } from '../access/staff'
import type { County } from '../county/county'
import { areaOf } from './alert-powers'
import { membershipActs, membershipTransitions, type MembershipAct, type MembershipState } from './memberships'
import { schemeActs, schemeTransitions, type SchemeAct, type SchemeState } from './schemes'
import { canBe } from './transitions'

/**
 * Whose pooled schemes are: the pack’s agency opens them and decides, towns’ governments work on their own households; the discipline
 * office and the finance office see all of it and change nothing.
 */
type Pack = Pick<County, 'duties' | 'agencies' | 'schemes'>
interface Officer {
  agencyId: string
  role: StaffRole
}

const isAgency = ({ schemes }: Pack, { agencyId }: Pick<Officer, 'agencyId'>): boolean => agencyId === schemes.agency

/** Which households an officer sees in schemes: of the whole county, of one town, of none. */
export function schemeAreaOf(county: Pack, { agencyId, role }: Officer): 'county' | { town: string } | undefined {
  const { discipline, finance } = county.duties
  if (isAgency(county, { agencyId }) || agencyId === finance || (agencyId === discipline && role !== 'data-officer')) return 'county'
  const town = areaOf(county, agencyId)
  return town === undefined ? undefined : { town }
}

export const seesHousehold = (county: Pack, townCode: string, officer: Officer): boolean => {
  const area = schemeAreaOf(county, officer)
  return area === 'county' || (area !== undefined && area.town === townCode)
}

/** Who asks for a scheme or for other terms. */
export const mayOpenScheme = (county: Pack, officer: Officer): boolean => isAgency(county, officer)

/** Who brings a household in, and does what is to be done about it but decide. */
export const worksOn = (county: Pack, townCode: string, { agencyId }: Pick<Officer, 'agencyId'>): boolean =>
  isAgency(county, { agencyId }) || areaOf(county, agencyId) === townCode

const deciding: readonly (SchemeAct | MembershipAct)[] = ['approve', 'refuse']

/** What an officer may do with a scheme as it stands; that who decides is another one is asked beside. */
export const schemeActsFor = (county: Pack, state: SchemeState, officer: Officer): SchemeAct[] =>
  schemeActs.filter(
    (act) => isAgency(county, officer) && canBe(schemeTransitions, act, state) && (!deciding.includes(act) || isDutyRole(officer.role)),
  )

/** What an officer may do about a household in a scheme; that who decides is another one is asked beside. */
export const membershipActsFor = (
  county: Pack,
  { state, townCode }: { state: MembershipState; townCode: string },
  officer: Officer,
): MembershipAct[] =>
  membershipActs.filter(
    (act) =>
      canBe(membershipTransitions, act, state) &&
      (deciding.includes(act) ? isAgency(county, officer) && isDutyRole(officer.role) : worksOn(county, townCode, officer)),
  )
