import { fen, type Fen } from '#domain/money/money'
import { open } from '#kernel/seal/seal'
import type { AtWork } from '#kernel/jobs/kind'
import { aggregate } from '#store/db/read'
import { remove } from '#store/db/write'
import { batchDifferences, type Batch, type BatchDifference, type BatchLine } from '#store/money/batches'
import { digestOf, documentIds } from '../intake/writing/documents'

type Side = Pick<
  BatchLine,
  'key' | 'personId' | 'householdId' | 'townCode' | 'programme' | 'period' | 'amountFen' | 'accountName' | 'cardSealed'
>

/** One thing in which a batch and its source differ: what stood before, and after. The same found again is the same document. */
export function differenceOf(
  { keys }: Pick<AtWork, 'keys'>,
  { _id: batchId, round }: Pick<Batch, '_id' | 'round'>,
  kind: BatchDifference['kind'],
  before: Side | undefined,
  after: Side | undefined,
  elsewhere: string | null = null,
): BatchDifference {
  const side = (after ?? before)!
  const { personId, householdId, townCode, programme, period } = side
  const [beforeFen, afterFen] = [before?.amountFen ?? null, after?.amountFen ?? null]
  const account =
    before !== undefined &&
    after !== undefined &&
    (before.accountName !== after.accountName || open(keys, before.cardSealed) !== open(keys, after.cardSealed))
  return {
    _id: documentIds('batch-difference')(batchId, kind, side.key),
    digest: digestOf(keys, beforeFen, afterFen, account, elsewhere, round),
    ...{ batchId, kind, personId, householdId, townCode, programme, period, beforeFen, afterFen, account, elsewhere },
    round: `${round}`,
  }
}

/** What the differences of a batch come to, those left out that an earlier drafting found. */
export async function countDifferences(
  { db }: Pick<AtWork, 'db'>,
  { _id: batchId, round }: Pick<Batch, '_id' | 'round'>,
): Promise<Pick<Batch, 'differs' | 'overlap'>> {
  await remove(db, batchDifferences, { batchId, round: { $ne: `${round}` } })
  const found = await aggregate<{ _id: BatchDifference['kind']; count: number; before: Fen; after: Fen; names: (string | null)[] }>(
    db,
    batchDifferences,
    [
      { $match: { batchId } },
      {
        $group: {
          _id: '$kind',
          count: { $sum: 1 },
          ...{ before: { $sum: '$beforeFen' }, after: { $sum: '$afterFen' }, names: { $addToSet: '$elsewhere' } },
        },
      },
    ],
  )
  const of = (kind: BatchDifference['kind']) => found.find(({ _id }) => _id === kind)
  const [added, gone, changed, overlap] = [of('added'), of('gone'), of('changed'), of('overlap')]
  const differing = [added, gone, changed].reduce((sum, one) => sum + (one ? one.after - one.before : 0), 0)
  return {
    differs: { added: added?.count ?? 0, gone: gone?.count ?? 0, changed: changed?.count ?? 0, fen: fen(differing) },
    overlap: {
      lines: overlap?.count ?? 0,
      fen: overlap?.after ?? fen(0),
      batches: (overlap?.names ?? []).flatMap((one) => one ?? []).sort(),
    },
  }
}
