import type { County } from '#domain/county/county'
import { areaOf } from '#domain/work/alert-powers'
import { seesAllPlans } from '#domain/work/plan-powers'
import type { Filter } from '#store/db/collection'
import type { Staff } from '#store/access/staff'

/** Which plans an officer sees: domain/work/plan-powers as a filter of the database. */
export function plansSeenBy(county: County, one: Staff): Filter {
  if (seesAllPlans(county, one)) return {}
  const area = areaOf(county, one.agencyId)
  return { $or: [{ answering: one.agencyId }, ...(area === undefined ? [] : [{ townCode: area }])] }
}
