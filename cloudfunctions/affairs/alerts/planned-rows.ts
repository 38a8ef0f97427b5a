import type { BankLine, PlannedRow } from '#domain/alerts/detectors/plan-month'
import { dueKey } from '#domain/alerts/detectors/plan-month'
import { addMonths, type Month } from '#domain/time/dates'
import type { Db, Filter } from '#store/db/collection'
import { findEach, findIn } from '#store/db/read'
import { payments, receipts } from '#store/money/money'
import type { OnePerson } from '../persons/one-person'

/** Whoever has two entries that are one person is one here, too: paid by both, they are paid twice. */
export const asKept =
  ({ keptOf }: OnePerson) =>
  (row: PlannedRow): PlannedRow => ({ ...row, personId: keptOf(row.personId) })

export const rowFields = ['importId', 'personId', 'householdId', 'programme', 'period', 'dueFen', 'accountName']

/** What a month's plans have; what a newer one dropped is planned no more, though the bank may still pay it. */
export const plannedIn = async (db: Db, one: OnePerson, month: Month): Promise<PlannedRow[]> =>
  withoutSentAgain(await findEach(db, payments, { month, gone: { $exists: false } }, [...rowFields, 'reissueOf'])).map(asKept(one))

/** A row that was refused and is sent again by another one here is not due twice. */
export function withoutSentAgain(rows: readonly (PlannedRow & { reissueOf?: string })[]): PlannedRow[] {
  const again = new Set(rows.map(({ reissueOf }) => reissueOf))
  return rows.filter(({ _id }) => !again.has(_id)).map(({ reissueOf: _, ...row }) => row)
}

/** What was refused here and stands again in a later plan. */
export async function sentAgain(
  db: Db,
  one: OnePerson,
  { rows, lines, month }: { rows: PlannedRow[]; lines: BankLine[]; month: Month },
): Promise<PlannedRow[]> {
  const refused = new Set(lines.filter(({ state }) => state === 'failed' || state === 'returned').map(({ paymentId }) => paymentId))
  const own = rows.filter(({ _id }) => refused.has(_id))
  return matching(
    own,
    await planned(
      db,
      one,
      own.map(({ personId }) => personId),
      { month: { $gt: month } },
    ),
  )
}

const planned = async (db: Db, one: OnePerson, ids: string[], filter: Filter): Promise<PlannedRow[]> =>
  ((await findIn(db, payments, 'personId', one.withOthers(ids), rowFields, filter)) as PlannedRow[]).map(asKept(one))

/** So many months back a second payment of one period is looked for. */
const monthsBack = 12

/** What was credited by an earlier plan for a period that stands here again: only what is not this month's own can be. */
export async function paidBefore(db: Db, one: OnePerson, { rows, month }: { rows: PlannedRow[]; month: Month }): Promise<PlannedRow[]> {
  const own = `${month.slice(0, 4)}年${Number(month.slice(5))}月`
  const others = rows.filter(({ period }) => period !== own)
  const periods = [...new Set(others.map(({ period }) => period))]
  const before = { month: { $lt: month, $gte: addMonths(month, -monthsBack) }, period: { $in: periods } }
  const there = matching(
    others,
    await planned(
      db,
      one,
      others.map(({ personId }) => personId),
      before,
    ),
  )
  const credited = await findIn(
    db,
    receipts,
    'paymentId',
    there.map(({ _id }) => _id),
    ['paymentId'],
    { state: 'credited' },
  )
  const came = new Set(credited.map(({ paymentId }) => paymentId))
  return there.filter(({ _id }) => came.has(_id))
}

const matching = (own: PlannedRow[], found: PlannedRow[]): PlannedRow[] => {
  const keys = new Set(own.map(dueKey))
  return found.filter((row) => keys.has(dueKey(row)))
}
