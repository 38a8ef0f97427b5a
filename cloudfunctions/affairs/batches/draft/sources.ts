import { fen, type Fen } from '#domain/money/money'
import { addMonths, type Month } from '#domain/time/dates'
import type { On } from '#kernel/call/on'
import { aggregate, findEach } from '#store/db/read'
import { fileSources } from '#store/intake/intake'
import { batchLines, type ControlTotals } from '#store/money/batches'
import { entitlements } from '#store/money/entitlements'
import { payments } from '#store/money/money'
import type { Collection, Stored } from '#store/db/collection'

export interface Sources {
  plans: { importId: string; fileName: string; totals: ControlTotals }[]
  entitlements: ControlTotals
  returned: ControlTotals
  programmes: string[]
}

/** What an agency could draft a batch of a month from. What stands in other batches already is counted with the rest: drafting tells it. */
export async function whatMayBeDrafted({ db, county }: On, agencyId: string, month: Month): Promise<Sources> {
  const isFinance = agencyId === county.duties.finance
  const own = county.programmes.filter(({ agency }) => isFinance || agency === agencyId).map(({ id }) => id)
  const ofOwn = isFinance ? {} : { programme: { $in: own } }
  const sum = async (of: Collection<Stored>, filter: object, amount: string): Promise<ControlTotals> => {
    const [all] = await aggregate<{ lines: number; fen: Fen }>(db, of, [
      { $match: filter },
      { $group: { _id: null, lines: { $sum: 1 }, fen: { $sum: `$${amount}` } } },
    ])
    return all ? { lines: all.lines, fen: all.fen } : { lines: 0, fen: fen(0) }
  }
  const plans = (await findEach(db, fileSources, { kind: 'payment-plan' }, ['rows', 'fileName'])).filter(
    ({ _id, rows }) => rows[month] !== undefined && !_id.startsWith('batch-'),
  )
  const counted = await Promise.all(
    plans.map(async ({ _id, fileName }) => ({
      ...{ importId: _id, fileName },
      totals: await sum(payments, { importId: _id, month, gone: { $exists: false }, ...ofOwn }, 'dueFen'),
    })),
  )
  return {
    // A plan that was corrected has no rows any more: the one that did has them.
    plans: counted.filter(({ totals }) => totals.lines > 0),
    entitlements: await sum(entitlements, { month: { $gte: addMonths(month, -24), $lte: month }, dueFen: { $gt: 0 }, ...ofOwn }, 'dueFen'),
    returned: await sum(
      batchLines,
      { agencyId, state: { $in: ['held', 'refused', 'returned', 'mended'] }, serial: { $gt: 0 }, ...ofOwn },
      'amountFen',
    ),
    programmes: own,
  }
}
