import { isDutyRole } from '#domain/access/staff'
import type { County } from '#domain/county/county'
import { areaOf } from '#domain/work/alert-powers'
import { batchStates, isFrozen } from '#domain/work/batches'
import type { Db, Filter } from '#store/db/collection'
import { count } from '#store/db/read'
import type { Staff } from '#store/access/staff'
import { batches } from '#store/money/batches'

/** Which batches an officer sees, and which wait for them: domain/work/batch-powers as filters of the database. */

type Officer = Pick<Staff, '_id' | 'agencyId' | 'role'>
type Pack = Pick<County, 'duties' | 'agencies'>

/** Finance and the discipline office see all; who pays, its own; a town, what has gone its way. */
export function batchesSeenBy({ duties, agencies }: Pack, one: Officer): Filter {
  if (one.agencyId === duties.finance || (one.agencyId === duties.discipline && one.role !== 'data-officer')) return {}
  const area = areaOf({ agencies }, one.agencyId)
  return { $or: [{ agencyId: one.agencyId }, ...(area === undefined ? [] : [{ state: { $in: batchStates.filter(isFrozen) } }])] }
}

/** Those in which the next step is this officer's: a payer's own, and of finance those that wait for a second person. */
export function batchesWaitingFor({ duties }: Pick<County, 'duties'>, one: Officer): Filter {
  const decided: Filter[] = isDutyRole(one.role as Staff['role'])
    ? [
        { state: 'review', submittedBy: { $ne: one._id } },
        { state: 'frozen', resetAskedBy: { $nin: [null, one._id] } },
        { state: 'frozen', resetAskedBy: null, undecided: { $gt: 0 }, submittedBy: { $ne: one._id } },
      ]
    : []
  const worked: Filter[] = [{ state: { $in: ['draft', 'frozen', 'answered'] }, resetAskedBy: null }]
  const mine = { agencyId: one.agencyId, $or: [...worked, ...decided] }
  const ofFinance = one.agencyId === duties.finance && decided.length > 0 ? [{ $or: decided }] : []
  return { open: true, $or: [mine, ...ofFinance] }
}

export const countBatchesWaiting = (db: Db, county: County, one: Officer): Promise<number> =>
  count(db, batches, batchesWaitingFor(county, one))
