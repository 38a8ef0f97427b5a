import type { CheckedLine } from '#domain/money/check-batch'
import { open } from '#kernel/seal/seal'
import type { AtWork } from '#kernel/jobs/kind'
import { findIn } from '#store/db/read'
import { batchEvents, batchLines, type BatchLine } from '#store/money/batches'

type Before = Pick<CheckedLine, 'refusedAs' | 'leftOut'>

/** Of each line, what was said of the same money before: by the bank, where its account is still the same; by whoever left it out. */
export async function reasonsBefore({ db, keys }: AtWork, page: readonly BatchLine[]): Promise<(line: BatchLine) => Before> {
  const [sent, kept] = await Promise.all([
    findIn(
      db,
      batchLines,
      '_id',
      page.flatMap(({ reissueOf }) => reissueOf ?? []),
    ),
    findIn(
      db,
      batchLines,
      'paymentId',
      page.flatMap(({ paymentId }) => paymentId ?? []),
      ['paymentId', 'batchId', 'state', 'decided'],
    ),
  ])
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
    const said = words
      .filter(({ lineId, act }) => lineId === left?._id && (act === 'hold' || act === 'leaveOut'))
      .sort((a, b) => b.n - a.n)[0]
    return {
      refusedAs: isUnchanged ? (former.bankWords ?? '没有入账') : null,
      leftOut: left ? (said?.wordsSealed ? open(keys, said.wordsSealed) : '没有写原因') : null,
    }
  }
}
