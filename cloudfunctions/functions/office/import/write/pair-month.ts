import type { Month } from '#domain/dates'
import { pairReceipts } from '#domain/pair-receipts'
import { find, findIn, inTurns, update, type Db } from '#store/collection'
import { payments, receipts, type Payment, type Receipt } from '#store/money'

type Due = Pick<Payment, '_id' | 'cardIndex' | 'dueFen' | 'householdId' | 'importId' | 'row'>
type Answer = Pick<Receipt, '_id' | 'cardIndex' | 'amountFen' | 'state' | 'paymentId' | 'householdId' | 'importId' | 'row'>

/** The pairs of a month's plan and receipts on some cards. */
export interface PairedMonth {
  /** The plan row that a receipt line answers. */
  dueOf(receiptId: string): Pick<Payment, '_id' | 'householdId'> | undefined
  /** Brings stored receipts up to date whose pair is another than before. Gives how many. */
  correct(): Promise<number>
}

/** Pairs a month's plan with its receipts, those stored and those about to be, whichever of the two came last. */
export async function pairMonth(db: Db, month: Month, cards: string[], fresh: Receipt[] = []): Promise<PairedMonth> {
  const [plan, there] = await Promise.all([
    findOnCards<Due>(db, payments, month, cards, ['cardIndex', 'dueFen', 'householdId', 'importId', 'row']),
    findOnCards<Answer>(db, receipts, month, cards, ['cardIndex', 'amountFen', 'state', 'paymentId', 'householdId', 'importId', 'row']),
  ])
  const own = new Set(fresh.map(({ _id }) => _id))
  const pairs = pairReceipts(plan, [...there.filter(({ _id }) => !own.has(_id)), ...fresh])
  return {
    dueOf: (receiptId) => pairs.get(receiptId),
    async correct() {
      const stale = there.flatMap(({ _id, ...was }) => {
        const due = pairs.get(_id)
        const now = { paymentId: due?._id ?? null, householdId: due?.householdId ?? null }
        return now.paymentId === was.paymentId && now.householdId === was.householdId ? [] : [{ _id, now }]
      })
      await inTurns(stale, 8, ({ _id, now }) => update(db, receipts, { _id }, { $set: now }))
      return stale.length
    },
  }
}

/** One look tells whether the month has any: the first of plan and receipts to come finds none of the other. */
async function findOnCards<T extends Due | Answer>(db: Db, of: typeof payments | typeof receipts, month: Month, cards: string[], fields: string[]): Promise<T[]> {
  const any = await find<{ _id: string }>(db, of, { month }, { limit: 1, fields: ['month'] })
  return any.length === 0 ? [] : ((await findIn<{ _id: string }>(db, of, 'cardIndex', cards, fields, { month })) as T[])
}
