import type { County } from '#domain/county/county'
import { areaOf } from '#domain/work/alert-powers'
import { isDutyRole } from '#domain/access/staff'
import type { Day } from '#domain/time/dates'
import type { Db, Filter } from '#store/db/collection'
import { count } from '#store/db/read'
import type { Staff } from '#store/access/staff'
import { cases } from '#store/work/cases'

/** Which cases an officer sees, and which wait for them: domain/work/case-powers as filters of the database. */

type Officer = Pick<Staff, 'agencyId' | 'role'>

/** The agency that decides and the discipline office see all; a town's government, its own. */
export function casesSeenBy({ duties, agencies }: Pick<County, 'duties' | 'agencies'>, one: Officer): Filter {
  if (one.agencyId === duties.discipline && one.role !== 'data-officer') return {}
  const area = areaOf({ agencies }, one.agencyId)
  return { $or: [{ agencyId: one.agencyId }, ...(area === undefined ? [] : [{ townCode: area }])] }
}

/** Steps that the government of the place does. */
const worked = (today: Day): Filter[] => [
  { state: { $in: ['clue', 'check', 'compare', 'telling'] } },
  { state: 'notice', noticeUntil: { $lt: today } },
  { state: 'watch', watchUntil: { $lte: today } },
]

/**
 * Those in which the next step is this officer's agency's. The agency that decides has decisions and appeals; what a town has to do waits
 * for it only once it is late.
 */
export function casesWaitingFor(county: County, one: Officer, today: Day): Filter {
  const area = areaOf(county, one.agencyId)
  const waiting: Filter[] = []
  if (area !== undefined) waiting.push({ townCode: area, $or: worked(today) })
  if (one.agencyId === county.cases.agency) {
    if (isDutyRole(one.role as Staff['role'])) waiting.push({ state: { $in: ['decision', 'appeal'] } })
    waiting.push({ dueOn: { $lt: today }, $or: worked(today) })
  }
  return waiting.length === 0 ? { _id: '' } : { open: true, $or: waiting }
}

export const countCasesWaiting = (db: Db, county: County, one: Officer, today: Day): Promise<number> =>
  count(db, cases, casesWaitingFor(county, one, today))
