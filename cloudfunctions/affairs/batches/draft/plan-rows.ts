import { claimKey } from '#domain/money/claims'
import { find } from '#store/db/read'
import { payments, type Payment } from '#store/money/money'
import { filesOfPlan } from './files-of-plan'
import { ofProgrammes, programmesOf } from './programmes-of'
import type { DraftAt, Drafting, DraftPage, DraftRow } from './draft-row'

/**
 * Rows of a plan for one month, in the order of its file; those that say no row, from before that was kept, first. Which files are the
 * plan's is asked once, with the first page.
 */
export async function planRows({ on, batch, one, size }: Drafting, { part, row, after, files: known }: DraftAt): Promise<DraftPage> {
  const files = known ?? (await filesOfPlan(on.db, batch))
  const importId = files[part]
  if (importId === undefined) return { rows: [], next: undefined }
  const own = { importId, month: batch.month, gone: { $exists: false }, ...ofProgrammes(batch) }
  const placed = row === null ? { row: { $exists: false }, _id: { $gt: after } } : behind(row, after)
  const found = await find(
    on.db,
    payments,
    { ...own, ...placed },
    {
      order: [
        ['row', 'asc'],
        ['_id', 'asc'],
      ],
      limit: size,
    },
  )
  const last = found.at(-1)
  const next: DraftAt =
    found.length === size && last
      ? { part, row: row === null ? null : last.row!, after: last._id, files }
      : row === null
        ? { part, row: -1, after: '', files }
        : { part: part + 1, row: null, after: '', files }
  const programmes = programmesOf(on.county)
  return {
    rows: found.map((payment) => rowOf(payment, claimKey(programmes, { ...payment, personId: one.keptOf(payment.personId) }))),
    next,
  }
}

const behind = (row: number, after: string) => ({ $or: [{ row: { $gt: row } }, { row, _id: { $gt: after } }] })

const rowOf = (payment: Payment, claim: string): DraftRow => {
  const { _id, personId, householdId, forWhom, programme, period, dueFen, accountName, cardSealed, cardIndex } = payment
  return {
    ...{ key: paymentKey(_id), paymentId: _id, claim, personId, householdId, forWhom, programme, period, amountFen: dueFen },
    ...{ accountName, cardSealed, cardIndex, reissueOf: null },
  }
}

/** By which a plan row is in one living batch only. */
export const paymentKey = (paymentId: string): string => `payment/${paymentId}`
