import type { County } from '#domain/county/county'
import { areaOf } from '#domain/work/alert-powers'
import type { Filter } from '#store/db/collection'
import type { Staff } from '#store/access/staff'

type Officer = Pick<Staff, 'agencyId'>

/** Finance and discipline see where all of the county's money is. */
export const seesAllMoney = ({ duties }: County, { agencyId }: Officer): boolean =>
  agencyId === duties.finance || agencyId === duties.discipline

/**
 * Which dues, and sums of them, an officer sees: those of their agency's own programmes, and of a town's government its households'. Of
 * whoever pays nothing and serves no town: none.
 */
export function moneySeenBy(county: County, one: Officer): Filter {
  if (seesAllMoney(county, one)) return {}
  const own = county.programmes.filter(({ agency }) => agency === one.agencyId).map(({ id }) => id)
  const area = areaOf(county, one.agencyId)
  return { $or: [{ programme: { $in: own } }, ...(area === undefined ? [] : [{ townCode: area }])] }
}
