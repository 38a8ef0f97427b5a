import { claimKey } from '#domain/money/claims'
import type { Db } from '#store/db/collection'
import { find, findEach } from '#store/db/read'
import { fileSources } from '#store/intake/intake'
import type { Batch } from '#store/money/batches'
import { payments, type Payment } from '#store/money/money'
import { ofProgrammes, programmesOf } from './programmes-of'
import type { DraftAt, Drafting, DraftPage, DraftRow } from './draft-row'

/** Rows of a plan for one month, in the order of its file; those that say no row, from before that was kept, first. */
export async function planRows({ on, batch, one, size }: Drafting, { part, row, after }: DraftAt): Promise<DraftPage> {
  const files = await filesOfPlan(on.db, batch)
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
      ? { part, row: row === null ? null : last.row!, after: last._id }
      : row === null
        ? { part, row: -1, after: '' }
        : { part: part + 1, row: null, after: '' }
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

/** The plan's file, and those that corrected it since: a row belongs to whichever said it last. */
async function filesOfPlan(db: Db, { source, month }: Pick<Batch, 'source' | 'month'>): Promise<string[]> {
  if (source.from !== 'plan') return []
  const plans = await findEach(db, fileSources, { kind: 'payment-plan' }, ['decided'])
  const family = new Set([source.importId])
  for (let grown = true; grown;) {
    grown = false
    for (const { _id, decided } of plans)
      for (const { importId, scope, relation } of decided)
        if (scope === month && relation !== 'beside' && family.has(importId) !== family.has(_id)) {
          family.add(importId).add(_id)
          grown = true
        }
  }
  return [...family].sort()
}
