import { pairMonth } from '../../intake/writing/pair-month'
import { sealer } from '../../intake/writing/documents'
import { grouped } from '../../intake/writing/grouped'
import { open } from '#kernel/seal/seal'
import type { AtWork, Chunk, KindOfJob } from '#kernel/jobs/kind'
import { find, findIn } from '#store/db/read'
import { inTurns } from '#store/db/turns'
import { update } from '#store/db/write'
import { changeLine, findBatch } from '#store/money/batch-acts'
import { batchLines, type Batch, type BatchLine } from '#store/money/batches'
import { payments } from '#store/money/money'
import { canBe, stateAfter } from '#domain/work/transitions'
import { isAtBank } from '#domain/work/batches'
import { lineTransitions } from '#domain/work/batch-lines'
import { paymentKey } from '../draft/plan-rows'

interface Input {
  batchId: string
}
interface At {
  after: string
  done: number
}

/**
 * After the bank has the file: every plan row knows the day, so that nothing said before answers it; lines that are sent again here are at
 * their end where they came from; and what was held or left out may be taken into another batch.
 */
export const handOverJobBy = (size: number): KindOfJob<Input, At, { lines: number }> => ({
  kind: 'batch-hand-over',
  async chunk(on, { input: { batchId }, cursor }): Promise<Chunk<At, { lines: number }>> {
    const batch = await findBatch(on.db, batchId)
    if (!batch || !isAtBank(batch.state)) return { result: { lines: 0 } }
    const { after, done } = cursor ?? { after: '', done: 0 }
    const page = await find(on.db, batchLines, { batchId, _id: { $gt: after } }, { order: [['_id', 'asc']], limit: size })
    await dateRows(
      on,
      batch,
      page.filter(({ state }) => state !== 'held' && state !== 'left-out'),
    )
    await endFormer(on, batch, page)
    await inTurns(page, 8, (line) => freeKey(on, line))
    const next = { after: page.at(-1)?._id ?? after, done: done + page.length }
    return page.length === size ? { next, done: next.done, of: null } : { result: { lines: next.done } }
  },
  mayCancel: () => false,
  clear: () => Promise.resolve(),
})

async function dateRows(on: AtWork, { month, handedOn }: Batch, sent: readonly BatchLine[]): Promise<void> {
  const ids = sent.flatMap(({ paymentId }) => paymentId ?? [])
  await update(on.db, payments, { _id: { $in: ids } }, { $set: { handedOn } })
  const card = sealer(on.keys, 'card')
  const rows = await findIn(on.db, payments, '_id', ids, ['month', 'cardSealed'])
  // Receipts that came before it looked at rows that were not handed over yet.
  for (const [ofMonth, some] of grouped(rows, (row) => row.month ?? month))
    await (
      await pairMonth(
        on,
        ofMonth,
        some.map(({ cardSealed }) => card(open(on.keys, cardSealed)).indexes),
      )
    ).correct()
}

/**
 * Lines of earlier batches that go on in this one: those sent again, held ones of the same money, and those that did not arrive and that
 * the department has planned once more by itself.
 */
async function endFormer(on: AtWork, batch: Batch, page: readonly BatchLine[]): Promise<void> {
  const sent = page.filter(({ state }) => state === 'planned')
  const again = new Map(sent.flatMap(({ _id, reissueOf }) => (reissueOf === null ? [] : [[reissueOf, _id] as const])))
  const [former, waiting] = await Promise.all([
    findIn(on.db, batchLines, '_id', [...again.keys()]),
    findIn(
      on.db,
      batchLines,
      'claim',
      sent.map(({ claim }) => claim),
      undefined,
      { state: { $in: ['held', 'refused', 'returned', 'mended'] }, batchId: { $ne: batch._id } },
    ),
  ])
  const goesOn = waiting.flatMap((line) => {
    const isSame = ({ paymentId, reissueOf, amountFen }: BatchLine) =>
      line.state === 'held'
        ? line.paymentId === null || line.paymentId === paymentId
        : reissueOf === null && paymentId !== line.paymentId && amountFen === line.amountFen
    const by = sent.find((one) => one.claim === line.claim && isSame(one))
    return by ? [{ line, by: by._id }] : []
  })
  await inTurns([...former.map((line) => ({ line, by: again.get(line._id)! })), ...goesOn], 8, async ({ line, by }) => {
    if (!canBe(lineTransitions, 'reissue', line.state) || line.reissuedAs !== null) return
    const change = { state: stateAfter(lineTransitions, 'reissue', line.state), reissuedAs: by, since: on.moment.today }
    await changeLine(on.db, line, change, { at: on.moment.iso, act: 'reissue', by: { as: 'itself' }, amountFen: null, wordsSealed: null })
  })
}

/** What goes is its plan row's from now on, so that more of the same due may follow; what does not go is free. */
async function freeKey({ db }: AtWork, { _id, state, key, paymentId, reissueOf }: BatchLine): Promise<void> {
  const isOut = state === 'held' || state === 'left-out'
  const freed = isOut && reissueOf === null ? `free/${_id}` : reissueOf === null && paymentId !== null ? paymentKey(paymentId) : key
  if (freed !== key) await update(db, batchLines, { _id }, { $set: { key: freed } })
}

export const handOverJob = handOverJobBy(500)
