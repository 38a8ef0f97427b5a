import { withoutSentAgain, asKept, rowFields } from '../../alerts/planned-rows'
import { deathsByKept, homeFields, listedHome, peopleOf } from '../../alerts/plan-facts'
import { paidBefore } from '../../alerts/planned-rows'
import type { PlannedRow } from '#domain/alerts/detectors/plan-month'
import type { BatchFacts, CheckedLine } from '#domain/money/check-batch'
import { open } from '#kernel/seal/seal'
import type { AtWork } from '#kernel/jobs/kind'
import { aggregate, findIn } from '#store/db/read'
import { batchLines, type Batch, type BatchLine } from '#store/money/batches'
import { entitlements } from '#store/money/entitlements'
import { payments } from '#store/money/money'
import { households } from '#store/people/register'
import type { OnePerson } from '../../persons/one-person'
import { newestRegister } from '../../register/newest'
import { programmesOf } from './programmes-of'
import { reasonsBefore } from './reasons-before'

/** What is known about a page of a batch's lines: all money of the month of these people and households, in whatever batch or plan. */
export async function checkFacts(on: AtWork, batch: Batch, one: OnePerson, page: readonly BatchLine[]): Promise<BatchFacts> {
  const { db } = on
  const { month } = batch
  const people = one.withOthers(page.map(({ personId }) => personId))
  const homes = [...new Set(page.flatMap(({ householdId }) => householdId ?? []))]
  const [mine, planned, others] = await Promise.all([
    ofThese<BatchLine>(on, batchLines, people, homes, { batchId: batch._id, state: { $ne: 'left-out' } }),
    ofThese<PlannedRow>(on, payments, people, homes, { month }, [...rowFields, 'reissueOf']),
    // What stands in another draft is no plan row yet.
    ofThese<BatchLine>(on, batchLines, people, homes, { month, paymentId: null, state: 'planned', batchId: { $ne: batch._id } }),
  ])
  const drafted = others.filter(({ key }) => !key.startsWith('free/'))
  const own = new Set(mine.flatMap(({ paymentId }) => paymentId ?? []))
  const former = await findIn(
    db,
    batchLines,
    '_id',
    [...mine, ...drafted].flatMap(({ reissueOf }) => reissueOf ?? []),
    ['paymentId'],
  )
  const sentAgain = new Set(former.map(({ paymentId }) => paymentId))
  const rows = [
    ...withoutSentAgain(planned).filter(({ _id }) => !own.has(_id) && !sentAgain.has(_id)),
    ...[...drafted, ...mine].map(asRow),
  ].map(asKept(one))
  const [paid, deaths, registerMonth, known, listed] = await Promise.all([
    paidBefore(db, one, { rows, month }),
    deathsByKept(on, one, rows),
    newestRegister(db),
    peopleOf(on, rows),
    findIn(db, households, '_id', homes, homeFields),
  ])
  // A line that sends again what came back is no second payment of what was credited first.
  const earlierPaid = paid.filter(({ _id }) => !own.has(_id) && !sentAgain.has(_id))
  const lines = await checkedLines(on, page, rows)
  return {
    month: {
      ...{ month, rows, later: [], earlierPaid, people: known, homes: new Map(listed.map((home) => [home._id, listedHome(home)])) },
      ...{
        lines: [],
        deaths,
        sentBackNames: new Set<string>(),
        registerMonth,
        programmes: programmesOf(on.county),
        planAgency: batch.agencyId,
      },
    },
    ...{ lines, onCard: await householdsOnCards(on, batch, page), dues: await duesOf(on, page) },
  }
}

/** Of these people, or of these households. */
async function ofThese<T extends { _id: string }>(
  { db }: AtWork,
  of: typeof batchLines | typeof payments,
  people: string[],
  homes: string[],
  filter: object,
  fields?: string[],
): Promise<T[]> {
  const [byPerson, byHome] = await Promise.all([
    findIn<{ _id: string }>(db, of, 'personId', people, fields, { ...filter }),
    findIn<{ _id: string }>(db, of, 'householdId', homes, fields, { ...filter }),
  ])
  return [...new Map([...byPerson, ...byHome].map((one) => [one._id, one as T])).values()]
}

const asRow = ({ _id, batchId, personId, householdId, programme, period, amountFen, accountName }: BatchLine): PlannedRow => ({
  ...{ _id, importId: batchId, personId, householdId, programme, period, dueFen: amountFen, accountName },
})

async function checkedLines(on: AtWork, page: readonly BatchLine[], rows: readonly PlannedRow[]): Promise<CheckedLine[]> {
  const rowOf = new Map(rows.map((row) => [row._id, row]))
  const before = await reasonsBefore(on, page)
  return page.flatMap((line): CheckedLine[] => {
    const row = rowOf.get(line._id)
    return row ? [{ ...row, claim: line.claim, card: open(on.keys, line.cardSealed), cardIndex: line.cardIndex, ...before(line) }] : []
  })
}

/** Of the cards of a page: whose money of this batch goes there. */
async function householdsOnCards({ db }: AtWork, { _id: batchId }: Batch, page: readonly BatchLine[]): Promise<Map<string, Set<string>>> {
  const cards = [...new Set(page.map(({ cardIndex }) => cardIndex))].filter(Boolean)
  const found = await aggregate<{ _id: string; whose: string[] }>(db, batchLines, [
    { $match: { batchId, cardIndex: { $in: cards }, state: { $ne: 'left-out' } } },
    { $group: { _id: '$cardIndex', whose: { $addToSet: { $ifNull: ['$householdId', '$personId'] } } } },
  ])
  return new Map(found.map(({ _id, whose }) => [_id, new Set(whose)]))
}

/** What rules say is due for these lines, by claim. */
async function duesOf({ db }: AtWork, page: readonly BatchLine[]): Promise<BatchFacts['dues']> {
  const found = await findIn(
    db,
    entitlements,
    'claim',
    page.map(({ claim }) => claim),
    ['claim', 'dueFen'],
  )
  return new Map(found.map(({ claim, dueFen }) => [claim, dueFen]))
}
