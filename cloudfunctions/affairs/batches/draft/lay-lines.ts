import { fen } from '#domain/money/money'
import { open } from '#kernel/seal/seal'
import type { AtWork } from '#kernel/jobs/kind'
import { findIn } from '#store/db/read'
import { put, update } from '#store/db/write'
import { batches, batchDifferences, batchLines, type Batch, type BatchLine } from '#store/money/batches'
import { households } from '#store/people/register'
import { digestOf, documentIds } from '../../intake/writing/documents'
import { differenceOf } from '../differences'
import type { DraftRow } from './draft-row'

/**
 * Brings lines of a batch to what its source says, a page of it; done again it changes nothing. What somebody decided about a line stays
 * while it is the same money to the same account. What stands in another batch stays there, and is listed. `from`: the number of the
 * page's first.
 */
export async function layLines(on: AtWork, batch: Batch, rows: readonly DraftRow[], from: number): Promise<void> {
  const { db } = on
  const keys = rows.map(({ key }) => key)
  const there = new Map((await findIn(db, batchLines, 'key', keys)).map((line) => [line.key, line]))
  const isElsewhere = ({ key }: DraftRow) => (there.get(key)?.batchId ?? batch._id) !== batch._id
  const [own, others] = [rows.filter((row) => !isElsewhere(row)), rows.filter(isElsewhere)]
  const [places, names] = await Promise.all([
    placesOf(on, own),
    namesOf(
      on,
      others.map(({ key }) => there.get(key)!),
    ),
  ])
  const lines = own.map((row, i) => lineOf(on, batch, row, there.get(row.key), from + i, places))
  // First what differs, then what makes it no longer differ: a cut-off between the two finds it again.
  await put(db, batchDifferences, [
    ...lines.flatMap((line) => {
      const before = there.get(line.key)
      if (line.firstRound === batch.round) return batch.round === 1 ? [] : [differenceOf(on, batch, 'added', undefined, line)]
      return before && before.digest !== line.digest ? [differenceOf(on, batch, 'changed', before, line)] : []
    }),
    ...others.map((row) => {
      const other = there.get(row.key)!
      return differenceOf(on, batch, 'overlap', other, { ...other, ...row }, names.get(other.batchId))
    }),
  ])
  const { same } = await put(db, batchLines, lines)
  await update(db, batchLines, { _id: { $in: same.map(({ _id }) => _id) } }, { $set: { round: batch.round } })
}

function lineOf(
  on: AtWork,
  batch: Batch,
  row: DraftRow,
  before: BatchLine | undefined,
  n: number,
  places: Map<string, Pick<BatchLine, 'townCode' | 'villageCode'>>,
): BatchLine {
  const { _id: batchId, agencyId, month, round } = batch
  const digest = digestOf(
    on.keys,
    row.amountFen,
    row.accountName,
    open(on.keys, row.cardSealed),
    row.programme,
    row.period,
    row.householdId,
  )
  return {
    ...{ serial: null, state: 'planned', since: on.moment.today, flags: [], decided: null, reissuedAs: null, creditedFen: fen(0) },
    ...{ recoveredFen: fen(0), receiptIds: [], bankWords: null, settled: false, mendAskedBy: null, giveUpAskedBy: null },
    ...{ recoverAskedBy: null, mendSealed: null, turn: 0, firstRound: round, n },
    ...(before && { turn: before.turn, firstRound: before.firstRound, n: before.n }),
    ...(before?.digest === digest && before),
    ...row,
    ...(places.get(row.householdId ?? '') ?? { townCode: '', villageCode: '' }),
    ...{ _id: documentIds('batch-line')(batchId, row.key), digest, batchId, agencyId, month, round },
  }
}

async function placesOf({ db }: AtWork, rows: readonly DraftRow[]): Promise<Map<string, Pick<BatchLine, 'townCode' | 'villageCode'>>> {
  const ids = rows.flatMap(({ householdId }) => householdId ?? [])
  const found = await findIn(db, households, '_id', ids, ['townCode', 'villageCode'])
  return new Map(found.map(({ _id, townCode, villageCode }) => [_id, { townCode, villageCode }]))
}

async function namesOf({ db }: AtWork, lines: readonly BatchLine[]): Promise<Map<string, string>> {
  const found = await findIn(
    db,
    batches,
    '_id',
    lines.map(({ batchId }) => batchId),
    ['name'],
  )
  return new Map(found.map(({ _id, name }) => [_id, name]))
}
