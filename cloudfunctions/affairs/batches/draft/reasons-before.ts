import type { CheckedLine } from '#domain/money/check-batch'
import { open } from '#kernel/seal/seal'
import type { AtWork } from '#kernel/jobs/kind'
import { findIn } from '#store/db/read'
import { receipts } from '#store/money/money'
import { batchEvents, batchLines, type BatchLine } from '#store/money/batches'

type Before = Pick<CheckedLine, 'refusedAs' | 'leftOut' | 'came'>

/** Of each line, what was said of the same money before: by the bank, of its account or of the very row; by whoever left it out. */
export async function reasonsBefore({ db, keys }: AtWork, page: readonly BatchLine[]): Promise<(line: BatchLine) => Before> {
  const rows = page.flatMap(({ paymentId }) => paymentId ?? [])
  const [sent, kept, said] = await Promise.all([
    findIn(
      db,
      batchLines,
      '_id',
      page.flatMap(({ reissueOf }) => reissueOf ?? []),
    ),
    findIn(db, batchLines, 'paymentId', rows, ['paymentId', 'batchId', 'state', 'decided']),
    findIn(db, receipts, 'paymentId', rows, ['paymentId', 'state']),
  ])
  const came = new Set(said.filter(({ state }) => state === 'credited').map(({ paymentId }) => paymentId))
  for (const { paymentId, state } of said) if (state === 'returned') came.delete(paymentId)
  const sentBy = new Map(sent.map((line) => [line._id, line]))
  const out = kept.filter(({ state, decided }) => (state === 'held' || state === 'left-out') && decided !== null)
  const words = await findIn(
    db,
    batchEvents,
    'lineId',
    out.map(({ _id }) => _id),
    ['lineId', 'n', 'act', 'wordsSealed'],
  )
  return (line) => {
    const former = line.reissueOf === null ? undefined : sentBy.get(line.reissueOf)
    const isUnchanged = former !== undefined && former.state !== 'mended' && open(keys, former.cardSealed) === open(keys, line.cardSealed)
    const left = out.find((one) => one.paymentId === line.paymentId && one.batchId !== line.batchId)
    const why = words
      .filter(({ lineId, act }) => lineId === left?._id && (act === 'hold' || act === 'leaveOut'))
      .sort((a, b) => b.n - a.n)[0]
    return {
      refusedAs: isUnchanged ? (former.bankWords ?? '没有入账') : null,
      leftOut: left ? (why?.wordsSealed ? open(keys, why.wordsSealed) : '没有写原因') : null,
      came: came.has(line.paymentId),
    }
  }
}
