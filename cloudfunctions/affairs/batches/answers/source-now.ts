import type { AtWork } from '#kernel/jobs/kind'
import { isOpenBatch } from '#domain/work/batches'
import { findIn } from '#store/db/read'
import { put, remove, update } from '#store/db/write'
import { batchDifferences, batches, batchLines, type Batch, type BatchDifference, type BatchLine } from '#store/money/batches'
import { payments } from '#store/money/money'
import { onePerson } from '../../persons/one-person'
import { countDifferences, differenceOf } from '../differences'
import { planRows } from '../draft/plan-rows'
import { firstPage, type DraftAt } from '../draft/draft-row'

/** Where the search for rows that came since goes on; null is its beginning. */
export type LookAt = DraftAt | null

/** A plan that was corrected after the batch was frozen changes nothing in it: what differs is listed, for a later batch or a recovery. */
const isLookedAt = ({ source, state }: Batch): boolean => source.from === 'plan' && isOpenBatch(state)

/** Of these lines, those whose plan rows say otherwise by now, or are gone. */
export async function differing(
  on: AtWork,
  batch: Batch,
  page: readonly BatchLine[],
): Promise<(BatchDifference & Pick<BatchLine, 'key'>)[]> {
  if (!isLookedAt(batch)) return []
  const there = await findIn(
    on.db,
    payments,
    '_id',
    page.flatMap(({ paymentId }) => paymentId ?? []),
  )
  const rowOf = new Map(there.map((row) => [row._id, row]))
  return page.flatMap((line) => {
    const row = rowOf.get(line.paymentId ?? '')
    const isGone = row === undefined || row.gone === true
    const now = row && { ...line, amountFen: row.dueFen, accountName: row.accountName, cardSealed: row.cardSealed }
    const found = differenceOf(on, batch, isGone ? 'gone' : 'changed', line, isGone ? undefined : now)
    return isGone || found.beforeFen !== found.afterFen || found.account ? [{ ...found, key: line.key }] : []
  })
}

/** Whether the plan rows of these lines are still what was approved. */
export async function lookAtRows(on: AtWork, batch: Batch, page: readonly BatchLine[]): Promise<void> {
  if (!isLookedAt(batch)) return
  const found = (await differing(on, batch, page)).map(({ key: _, ...difference }) => difference)
  const own = new Set(found.map(({ _id }) => _id))
  const stale = page.flatMap((line) =>
    (['gone', 'changed'] as const).map((kind) => differenceOf(on, batch, kind, line, line)._id).filter((id) => !own.has(id)),
  )
  await remove(on.db, batchDifferences, { _id: { $in: stale } })
  await put(on.db, batchDifferences, found)
}

/** Rows that came to the plan since, and stand in no batch. Gives where to go on; nothing at the end. */
export async function lookForNew(on: AtWork, batch: Batch, at: LookAt, size: number): Promise<LookAt> {
  if (!isLookedAt(batch)) return null
  if (at === null) await remove(on.db, batchDifferences, { batchId: batch._id, kind: 'added' })
  const { rows, next } = await planRows({ on, batch, one: await onePerson(on.db), size }, at ?? firstPage)
  const known = new Set(
    (
      await findIn(
        on.db,
        batchLines,
        'paymentId',
        rows.map(({ paymentId }) => paymentId!),
        ['paymentId'],
      )
    ).map(({ paymentId }) => paymentId),
  )
  const fresh = rows.filter(({ paymentId }) => !known.has(paymentId))
  await put(
    on.db,
    batchDifferences,
    fresh.map((row) => differenceOf(on, batch, 'added', undefined, { ...row, townCode: '' })),
  )
  return next ?? null
}

/** Counts what differs, on the batch. */
export async function keepLooked(on: AtWork, batch: Batch): Promise<void> {
  if (!isLookedAt(batch)) return
  const { differs } = await countDifferences(on, batch)
  if (JSON.stringify(differs) !== JSON.stringify(batch.differs))
    await update(on.db, batches, { _id: batch._id }, { $set: { differs }, $inc: { turn: 1 } })
}
