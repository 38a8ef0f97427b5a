import type { Month } from '#domain/time/dates'
import { pairReceipts } from '#domain/money/pair-receipts'
import { find, findIn } from '#store/db/read'
import { inTurns } from '#store/db/turns'
import { update } from '#store/db/write'
import { batchLines } from '#store/money/batches'
import { payments, receipts, type Payment, type Receipt } from '#store/money/money'
import type { Writing } from './writing'
import { grouped } from './grouped'
import { findIndexed, presentIndexes } from './find-indexed'

type Due = Pick<Payment, '_id' | 'cardIndex' | 'dueFen' | 'formerFen' | 'householdId' | 'importId' | 'row' | 'handedOn'>
type Answer = Pick<
  Receipt,
  '_id' | 'cardIndex' | 'amountFen' | 'state' | 'paymentId' | 'householdId' | 'postedOn' | 'day' | 'importId' | 'row' | 'serial'
>

/** The pairs of a month's plan and receipts on some cards. */
export interface PairedMonth {
  /** The plan row that a receipt line answers. */
  dueOf(receiptId: string): Pick<Payment, '_id' | 'householdId'> | undefined
  /** Brings stored receipts up to date whose pair is another than before. Gives how many. */
  correct(): Promise<number>
}

/**
 * Pairs a month's plan with its receipts, those stored and those about to be, whichever of the two came last. `cards` as every
 * key version has them.
 */
export async function pairMonth(
  to: Pick<Writing, 'db' | 'keys'>,
  month: Month,
  cards: string[][],
  fresh: Receipt[] = [],
): Promise<PairedMonth> {
  const there = await findOnCards<Answer>(to, receipts, month, cards, [
    'cardIndex',
    'amountFen',
    'state',
    'paymentId',
    'householdId',
    'postedOn',
    'day',
    'importId',
    'row',
    'serial',
  ])
  // Of a plan that comes before its receipts nothing is to be paired.
  const isAnswered = there.length > 0 || fresh.length > 0
  const ofPlan = ['cardIndex', 'dueFen', 'formerFen', 'householdId', 'importId', 'row', 'handedOn']
  const plan = isAnswered ? await findOnCards<Due>(to, payments, month, cards, ofPlan) : []
  const own = new Set(fresh.map(({ _id }) => _id))
  const answers = [...there.filter(({ _id }) => !own.has(_id)), ...fresh]
  const pairs = pairReceipts(
    await withSerials(to.db, plan, answers),
    answers.map(({ postedOn, day, ...line }) => ({
      ...line,
      ...((postedOn ?? day) && { day: (postedOn ?? day)! }),
    })),
  )
  return {
    dueOf: (receiptId) => pairs.get(receiptId),
    async correct() {
      const stale = there.flatMap(({ _id, ...was }) => {
        const due = pairs.get(_id)
        const now = { paymentId: due?._id ?? null, householdId: due?.householdId ?? null }
        return now.paymentId === was.paymentId && now.householdId === was.householdId ? [] : [{ _id, now }]
      })
      await inTurns(stale, 8, ({ _id, now }) => update(to.db, receipts, { _id }, { $set: now }))
      return stale.length
    },
  }
}

/** Where equal amounts on one card were handed to the bank, and it repeats numbers: the number of each in its batch's file. */
async function withSerials(
  db: Writing['db'],
  plan: Due[],
  answers: readonly Pick<Answer, 'serial'>[],
): Promise<(Due & { serial?: number })[]> {
  if (!answers.some(({ serial }) => serial !== undefined)) return plan
  const equal = grouped(
    plan.filter(({ handedOn }) => handedOn !== undefined),
    ({ cardIndex, dueFen }) => `${cardIndex}/${dueFen}`,
  )
  const ids = [...equal.values()].flatMap((rows) => (rows.length > 1 ? rows.map(({ _id }) => _id) : []))
  const lines = await findIn(db, batchLines, 'paymentId', ids, ['paymentId', 'serial'], { serial: { $gt: 0 } })
  const serialOf = new Map(lines.map(({ paymentId, serial }) => [paymentId, serial!]))
  return plan.map((row) => (serialOf.has(row._id) ? { ...row, serial: serialOf.get(row._id)! } : row))
}

/**
 * What the month has on these cards, each card's index as it is written now: of plan and receipts one may stand under an older key
 * version. One look tells whether the month has any: the first of the two to come finds none of the other.
 */
export async function findOnCards<T extends { _id: string; cardIndex: string }>(
  { db, keys }: Pick<Writing, 'db' | 'keys'>,
  of: typeof payments | typeof receipts,
  month: Month,
  cards: string[][],
  fields: string[],
): Promise<T[]> {
  const any = await find<{ _id: string }>(db, of, { month }, { limit: 1, fields: ['month'] })
  if (any.length === 0) return []
  const present = presentIndexes(cards)
  const found = (await findIndexed<{ _id: string }>(db, of, keys, 'cardIndex', cards, fields, { month })) as unknown as T[]
  return found.map((one) => ({ ...one, cardIndex: present.get(one.cardIndex)! }))
}
