import { fen } from '#domain/money/money'
import type { AtWork, Chunk, KindOfJob } from '#kernel/jobs/kind'
import { find, findIn, count } from '#store/db/read'
import { put, remove, replace, update } from '#store/db/write'
import { inTurns } from '#store/db/turns'
import { fileSources } from '#store/intake/intake'
import { findBatch } from '#store/money/batch-acts'
import { batchDifferences, batches, batchLines, type Batch, type BatchLine } from '#store/money/batches'
import { payments, type Payment } from '#store/money/money'
import { digestOf, documentIds } from '../../intake/writing/documents'
import { open } from '#kernel/seal/seal'

interface Input {
  batchId: string
}
interface At {
  after: number
  serial: number
}

/** By which plan rows that a batch has written itself are told from those of departments' files. */
export const planOfBatch = (batchId: string): string => `batch-${batchId}`

/**
 * Gives the lines that go to the bank their numbers in its file, and writes the plan rows of those that no plan has: everything after this
 * knows plan rows only.
 */
export const freezeJobBy = (size: number): KindOfJob<Input, At, { lines: number }> => ({
  kind: 'batch-freeze',
  async chunk(on, { input: { batchId }, cursor }): Promise<Chunk<At, { lines: number }>> {
    const batch = await findBatch(on.db, batchId)
    if (batch?.state !== 'frozen') return { result: { lines: 0 } }
    const { after, serial } = cursor ?? { after: 0, serial: 1 }
    const page = await find(on.db, batchLines, { batchId, state: 'planned', n: { $gt: after } }, { order: [['n', 'asc']], limit: size })
    const written = await writeRows(on, batch, page, serial)
    await inTurns(page.entries(), 8, ([i, { _id, paymentId }]) =>
      update(on.db, batchLines, { _id }, { $set: { serial: serial + i, paymentId: paymentId ?? written.get(_id)! } }),
    )
    const next = { after: page.at(-1)?.n ?? after, serial: serial + page.length }
    if (page.length === size) return { next, done: next.serial - 1, of: batch.totals.lines }
    await keepPlan(on, batch)
    await forgetDifferences(on, batch)
    return { result: { lines: next.serial - 1 } }
  },
  mayCancel: () => false,
  clear: () => Promise.resolve(),
})

/** Plan rows of lines that have none; the same line has the same row. Gives their ids by line. */
async function writeRows(on: AtWork, batch: Batch, page: readonly BatchLine[], serial: number): Promise<Map<string, string>> {
  const idOf = documentIds('batch-payment')
  const former = await findIn(
    on.db,
    batchLines,
    '_id',
    page.flatMap(({ reissueOf }) => reissueOf ?? []),
    ['paymentId'],
  )
  const sentBy = new Map(former.map(({ _id, paymentId }) => [_id, paymentId]))
  const rows = page.flatMap((line, i): { lineId: string; payment: Payment }[] => {
    if (line.paymentId !== null) return []
    const { personId, householdId, forWhom, programme, period, amountFen, accountName, cardSealed, cardIndex, reissueOf } = line
    const sent = reissueOf === null ? null : sentBy.get(reissueOf)
    const payment: Payment = {
      ...{ _id: idOf(line._id), digest: digestOf(on.keys, open(on.keys, cardSealed), accountName, forWhom, amountFen) },
      ...{ personId, householdId, forWhom, programme, month: batch.month, period, dueFen: amountFen, accountName, cardSealed, cardIndex },
      ...{ row: serial + i, importId: planOfBatch(batch._id), importedAt: on.moment.iso },
      ...(sent && { reissueOf: sent }),
    }
    return [{ lineId: line._id, payment }]
  })
  await put(
    on.db,
    payments,
    rows.map(({ payment }) => payment),
  )
  return new Map(rows.map(({ lineId, payment }) => [lineId, payment._id]))
}

/** What the batch ordered itself stands among the plans under its own name, so that it is no version of any other. */
async function keepPlan({ db, moment }: AtWork, { _id, name, agencyId, month }: Batch): Promise<void> {
  const rows = await count(db, payments, { importId: planOfBatch(_id) })
  if (rows === 0) return
  await replace(db, fileSources, {
    ...{ _id: planOfBatch(_id), kind: 'payment-plan', fileName: name, agency: agencyId, label: name, day: moment.today, rank: 0 },
    ...{ at: moment.iso, rows: { [month]: rows }, decided: [] },
  })
}

/** What redrafting changed was approved with the rest; from now on what differs is what the source says otherwise. */
async function forgetDifferences({ db }: AtWork, { _id: batchId }: Batch): Promise<void> {
  await remove(db, batchDifferences, { batchId, kind: { $in: ['added', 'gone', 'changed'] } })
  const none = { added: 0, gone: 0, changed: 0, fen: fen(0) }
  await update(db, batches, { _id: batchId }, { $set: { differs: none }, $inc: { turn: 1 } })
}

/** Takes the numbers and the plan rows back: the batch is a draft again, and no bank has seen it. Done twice it is done once. */
export const thawJobBy = (size: number): KindOfJob<Input, { after: string }, { lines: number }> => ({
  kind: 'batch-thaw',
  async chunk(on, { input: { batchId }, cursor }): Promise<Chunk<{ after: string }, { lines: number }>> {
    const batch = await findBatch(on.db, batchId)
    if (batch?.state !== 'draft') return { result: { lines: 0 } }
    const found = await find(on.db, batchLines, { batchId, _id: { $gt: cursor?.after ?? '' } }, { order: [['_id', 'asc']], limit: size })
    const own = await findIn(
      on.db,
      payments,
      '_id',
      found.flatMap(({ paymentId }) => paymentId ?? []),
      ['importId'],
      {
        importId: planOfBatch(batchId),
      },
    )
    const ours = own.map(({ _id }) => _id)
    await update(on.db, batchLines, { _id: { $in: found.map(({ _id }) => _id) } }, { $set: { serial: null } })
    await update(on.db, batchLines, { batchId, paymentId: { $in: ours } }, { $set: { paymentId: null } })
    await remove(on.db, payments, { _id: { $in: ours } })
    if (found.length === size) return { next: { after: found.at(-1)!._id }, done: 0, of: null }
    // A row that was written and whose line does not know it yet is the batch's, too.
    await remove(on.db, payments, { importId: planOfBatch(batchId) })
    await remove(on.db, fileSources, { _id: planOfBatch(batchId) })
    return { result: { lines: batch.totals.lines } }
  },
  mayCancel: () => false,
  clear: () => Promise.resolve(),
})

export const [freezeJob, thawJob] = [freezeJobBy(500), thawJobBy(500)]
