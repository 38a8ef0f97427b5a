import type { County } from '#domain/county'
import { isDutyRole } from '#domain/staff'
import type { Filter } from '#store/collection'
import { staffHolder, type Grant } from '#store/grants'
import type { Staff } from '#store/staff'

/** Maker and checker: who may do what with a grant. */

const isOfDataOffice = ({ duties }: County, { role, agencyId }: Staff): boolean => agencyId === duties.data && isDutyRole(role)

/** The grants that wait for this person: their agency's if they head it, all if they are of the data office; never one they asked for or would hold. */
export const toDecide = (county: County, one: Staff): Filter => ({
  status: 'asked', 'askedBy.staffId': { $ne: one._id }, holder: { $ne: staffHolder(one._id) },
  ...(!isOfDataOffice(county, one) && { agencyId: one.role === 'head' ? one.agencyId : '' }),
})

export const mayDecide = (county: County, one: Staff, { status, askedBy, holder, agencyId }: Grant): boolean =>
  status === 'asked' && askedBy.staffId !== one._id && holder !== staffHolder(one._id) && (isOfDataOffice(county, one) || (one.role === 'head' && one.agencyId === agencyId))

/** Whoever asked, those with a duty in the agency, and the data office may take a grant back. */
export const mayRevoke = (county: County, one: Staff, { status, askedBy, agencyId }: Grant): boolean =>
  (status === 'asked' || status === 'approved') && (askedBy.staffId === one._id || isOfDataOffice(county, one) || (isDutyRole(one.role) && one.agencyId === agencyId))

/** Whose head an emergency alarms: the agency's; for a head's own the data office's, and for one of the data office the discipline office's. */
export const alarmedBy = ({ duties }: County, { role, agencyId }: Staff): string =>
  role !== 'head' ? agencyId : agencyId !== duties.data ? duties.data : duties.discipline

export const mayAcknowledge = (one: Staff, { alarmedAgencyId, acknowledgedBy, askedBy }: Grant): boolean =>
  acknowledgedBy === null && one.role === 'head' && one.agencyId === alarmedAgencyId && askedBy.staffId !== one._id

/** The grants somebody sees: of the own agency; of all, in the data office. */
export const seenBy = (county: County, one: Staff): Filter => (isOfDataOffice(county, one) ? {} : { $or: [{ agencyId: one.agencyId }, { alarmedAgencyId: one.agencyId }] })
