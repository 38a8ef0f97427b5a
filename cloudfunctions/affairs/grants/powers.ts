import type { County } from '#domain/county/county'
import { grantActs } from '#domain/access/grants'
import { areTwo, type Standings } from '#domain/access/second-person'
import { isDutyRole } from '#domain/access/staff'
import { canBe } from '#domain/work/transitions'
import type { Filter } from '#store/db/collection'
import { staffHolder, type Grant } from '#store/access/grants'
import type { Staff } from '#store/access/staff'

/** Maker and checker: who may do what with a grant. Who stands behind whom comes with `known`, or the question is not asked. */

const isOfDataOffice = ({ duties }: County, { role, agencyId }: Staff): boolean => agencyId === duties.data && isDutyRole(role)
const headsDiscipline = ({ duties }: County, { role, agencyId }: Staff): boolean => agencyId === duties.discipline && role === 'head'

/** Who, of the staff, has a word on a grant at all: see `mayDecide`. */
const decides = (county: County, one: Staff, { agencyId, beyondAgency }: Pick<Grant, 'agencyId' | 'beyondAgency'>): boolean =>
  isOfDataOffice(county, one) ||
  (one.role === 'head' && one.agencyId === agencyId) ||
  (beyondAgency === true && headsDiscipline(county, one))

/** Those that may wait for this person; which do is for `mayDecide`. */
export const toDecide = (county: County, one: Staff): Filter => ({
  status: 'asked',
  ...(!isOfDataOffice(county, one) && {
    $or: [{ agencyId: one.role === 'head' ? one.agencyId : '' }, ...(headsDiscipline(county, one) ? [{ beyondAgency: true }] : [])],
  }),
})

/**
 * The head of the agency or one of the data office's two; for a head's, and in the data office, the head of the discipline office as
 * well, since those two may have brought in who asks. Never who asked or would hold it, nor anybody who is one with them.
 */
export const mayDecide = (county: County, known: Standings, one: Staff, grant: Grant): boolean =>
  canBe(grantActs, 'approve', grant.status) &&
  decides(county, one, grant) &&
  [grant.askedBy.staffId, ...holdersOf(grant)].every((other) => areTwo(known, one._id, other))

/** The one person who would hold it; nobody for an agency's. */
export const holdersOf = ({ holder }: Grant): string[] => (holder.startsWith(staffHolder('')) ? [holder.slice(staffHolder('').length)] : [])

/** Whoever asked, those with a duty in the agency, and the data office may take a grant back. */
export const mayRevoke = (county: County, one: Staff, { status, askedBy, agencyId }: Grant): boolean =>
  canBe(grantActs, 'revoke', status) &&
  (askedBy.staffId === one._id || isOfDataOffice(county, one) || (isDutyRole(one.role) && one.agencyId === agencyId))

/**
 * Whose head an emergency may alarm, the first that has one who is not one with the asker: the own agency, the data office, the
 * discipline office; a head's own goes beyond.
 */
export const alarmable = ({ duties }: County, { role, agencyId }: Staff): string[] =>
  [...new Set([...(role === 'head' ? [] : [agencyId]), duties.data, duties.discipline])].filter((id) => role !== 'head' || id !== agencyId)

export const mayAcknowledge = (known: Standings, one: Staff, { alarmedAgencyId, acknowledgedBy, askedBy }: Grant): boolean =>
  acknowledgedBy === null && one.role === 'head' && one.agencyId === alarmedAgencyId && areTwo(known, one._id, askedBy.staffId)

/** The grants somebody sees: of the own agency; of all, in the data office. */
export const seenBy = (county: County, one: Staff): Filter =>
  isOfDataOffice(county, one)
    ? {}
    : {
        $or: [
          { agencyId: one.agencyId },
          { alarmedAgencyId: one.agencyId },
          ...(headsDiscipline(county, one) ? [{ beyondAgency: true }] : []),
        ],
      }
