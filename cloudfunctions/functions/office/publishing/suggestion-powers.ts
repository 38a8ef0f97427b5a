import type { County } from '#domain/county/county'
import { suggestionActs } from '#domain/work/suggestions'
import { canBe } from '#domain/work/transitions'
import type { Filter } from '#store/db/collection'
import type { Suggestion } from '#store/public/suggestions'
import type { Staff } from '#store/access/staff'

/** Who may do what with a villager's suggestion: the data office gives it out, the agency that has it answers. */

export const isOfDataOffice = ({ duties }: County, { agencyId }: Pick<Staff, 'agencyId'>): boolean => agencyId === duties.data

/** Also one that an agency has already, and that is not its business after all. */
export const mayAssign = (county: County, one: Staff, suggestion: Suggestion): boolean =>
  isOfDataOffice(county, one) && canBe(suggestionActs, 'assign', suggestion.state)

export const mayAnswer = (one: Staff, { state, agencyId }: Suggestion): boolean =>
  canBe(suggestionActs, 'answer', state) && agencyId === one.agencyId

/** What waits for this officer's agency: what it has, and in the data office what nobody has yet. */
export const toTakeUp = (county: County, one: Pick<Staff, 'agencyId'>): Filter => ({
  $or: [{ state: 'assigned', agencyId: one.agencyId }, ...(isOfDataOffice(county, one) ? [{ state: 'received' }] : [])],
})
