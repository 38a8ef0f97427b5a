import { blindIndex, open, seal } from '#kernel/seal/seal'
import { find, findIn } from '#store/db/read'
import { batches, batchLines, type BatchLine, type MendedAccount } from '#store/money/batches'
import { payments } from '#store/money/money'
import { isAtBank } from '#domain/work/batches'
import { paymentKey } from './plan-rows'
import { ofProgrammes } from './programmes-of'
import type { DraftAt, Drafting, DraftPage, DraftRow } from './draft-row'

/** What did not arrive and is sent again, with the account that was mended where one was; and what was held back before. */
export async function returnedRows({ on, batch, size }: Drafting, { after }: DraftAt): Promise<DraftPage> {
  const own = {
    agencyId: batch.agencyId,
    state: { $in: ['held', 'refused', 'returned', 'mended'] },
    ...ofProgrammes(batch),
    _id: { $gt: after },
  }
  const found = await find(on.db, batchLines, own, { order: [['_id', 'asc']], limit: size })
  const [former, plans] = await Promise.all([
    findIn(
      on.db,
      batches,
      '_id',
      found.map(({ batchId }) => batchId),
      ['state'],
    ),
    findIn(
      on.db,
      payments,
      '_id',
      found.flatMap(({ paymentId }) => paymentId ?? []),
      ['dueFen'],
    ),
  ])
  const stateOf = new Map(former.map(({ _id, state }) => [_id, state]))
  const there = new Set(plans.map(({ _id }) => _id))
  const rows = found
    .filter(({ batchId }) => isAtBank(stateOf.get(batchId)!))
    // A plan row that was taken back meanwhile is nothing to be sent; one that went is.
    .filter(({ state, paymentId }) => state !== 'held' || paymentId === null || there.has(paymentId))
    .map((line) => (line.state === 'held' ? held(line) : again(on, line)))
  return { rows, next: found.length === size ? { part: 0, row: null, after: found.at(-1)!._id } : undefined }
}

const whose = ({ claim, personId, householdId, forWhom, programme, period, amountFen }: BatchLine) => ({
  ...{ claim, personId, householdId, forWhom, programme, period, amountFen },
})

/** It never went: its plan row is the one that goes. */
const held = (line: BatchLine): DraftRow => ({
  ...whose(line),
  ...{ key: line.paymentId === null ? `claim/${line.claim}` : paymentKey(line.paymentId), paymentId: line.paymentId, reissueOf: null },
  ...{ accountName: line.accountName, cardSealed: line.cardSealed, cardIndex: line.cardIndex },
})

/** It went and did not arrive: a plan row of its own will send it again. */
function again({ keys }: Drafting['on'], line: BatchLine): DraftRow {
  const mended =
    line.state === 'mended' && line.mendSealed !== null ? (JSON.parse(open(keys, line.mendSealed)) as MendedAccount) : undefined
  return {
    ...whose(line),
    ...{ key: `again/${line._id}`, paymentId: null, reissueOf: line._id },
    accountName: mended?.accountName ?? line.accountName,
    cardSealed: mended ? seal(keys, mended.card) : line.cardSealed,
    cardIndex: mended ? blindIndex(keys, 'card', mended.card) : line.cardIndex,
  }
}
