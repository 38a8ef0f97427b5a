import { answerLine, type LineAnswer } from '#domain/money/line-answers'
import { lineTransitions } from '#domain/work/batch-lines'
import { batchTransitions, isAtBank, isOpenBatch } from '#domain/work/batches'
import { stateAfter } from '#domain/work/transitions'
import type { AtWork, Chunk, KindOfJob } from '#kernel/jobs/kind'
import { find, findIn } from '#store/db/read'
import { inTurns } from '#store/db/turns'
import { update } from '#store/db/write'
import { changeBatch, changeLines, findBatch, type LineBecomes } from '#store/money/batch-acts'
import { batchLines, type Batch, type BatchLine } from '#store/money/batches'
import { receipts, type Receipt } from '#store/money/money'
import { lookForNew, lookAtRows, keepLooked, type LookAt } from './source-now'

export interface Answering {
  batchId: string
  /** What there was to be looked at: a look that began before something came is made once more. */
  seen: string
}
type At = { phase: 'answers'; after: string; done: number } | { phase: 'new'; at: LookAt }

/**
 * Brings the lines of a batch to what receipts say, and lists how its plan differs by now. A line of a receipt that belongs to no line here
 * is none of this batch's: it waits where it is, and holds nothing up. Done again it changes nothing.
 */
export const answersJobBy = (size: number): KindOfJob<Answering, At, { lines: number }> => ({
  kind: 'batch-answers',
  async chunk(on, { input: { batchId }, cursor }): Promise<Chunk<At, { lines: number }>> {
    const batch = await findBatch(on.db, batchId)
    if (!batch || (!isAtBank(batch.state) && batch.state !== 'frozen')) return { result: { lines: 0 } }
    const at: At = cursor ?? { phase: 'answers', after: '', done: 0 }
    if (at.phase === 'new') {
      const next = await lookForNew(on, batch, at.at, size)
      if (next) return { next: { phase: 'new', at: next }, done: 0, of: null }
      await keepLooked(on, batch)
      return { result: { lines: batch.totals.lines } }
    }
    const page = await find(on.db, batchLines, { batchId, _id: { $gt: at.after } }, { order: [['_id', 'asc']], limit: size })
    if (isAtBank(batch.state)) await takeAnswers(on, batch, page)
    await lookAtRows(on, batch, page)
    const done = at.done + page.length
    const next: At = page.length === size ? { phase: 'answers', after: page.at(-1)!._id, done } : { phase: 'new', at: null }
    return { next, done, of: null }
  },
  mayCancel: () => true,
  clear: () => Promise.resolve(),
})

async function takeAnswers(on: AtWork, batch: Batch, page: readonly BatchLine[]): Promise<void> {
  const ids = page.flatMap(({ paymentId }) => paymentId ?? [])
  const said = new Map<string, Receipt[]>()
  for (const receipt of await findIn(on.db, receipts, 'paymentId', ids)) {
    const own = said.get(receipt.paymentId!)
    if (own) own.push(receipt)
    else said.set(receipt.paymentId!, [receipt])
  }
  const reasons = new Map(on.county.texts.bankReasons.map(({ code, reason }) => [code, reason]))
  const answered = page
    // What never went, or is another batch's by now, is not answered here.
    .filter(({ serial, paymentId }) => serial !== null && paymentId !== null)
    .map((line) => ({ line, answer: answerLine(line, inOrder(said.get(line.paymentId!) ?? [], reasons)) }))
  if (batch.state === 'sent' && answered.some(({ answer }) => answer.receiptIds.length > 0)) await firstAnswer(on, batch)
  const acts: LineBecomes[] = []
  const words: { line: BatchLine; told: Told }[] = []
  for (const { line, answer } of answered) {
    const told = toldBy(line, answer)
    if (answer.act !== null) acts.push(becomesBy(on, line, answer.act, told))
    else if (isOther(line, told)) words.push({ line, told })
  }
  // Somebody who acts at the same moment goes first: the next look sees what they did.
  await changeLines(on.db, acts)
  await inTurns(words, 8, ({ line: { _id, turn }, told }) => update(on.db, batchLines, { _id, turn }, { $set: told, $inc: { turn: 1 } }))
}

const inOrder = (some: Receipt[], words: ReadonlyMap<string, string>) =>
  [...some]
    .sort((a, b) => (a.postedOn ?? a.day ?? '').localeCompare(b.postedOn ?? b.day ?? '') || a._id.localeCompare(b._id))
    .map(({ _id, state, amountFen, text, code }) => ({ _id, state, amountFen, text: words.get(code) ?? text }))

const itself = (on: AtWork) => ({ at: on.moment.iso, by: { as: 'itself' as const }, amountFen: null, wordsSealed: null })

async function firstAnswer(on: AtWork, batch: Batch): Promise<void> {
  const state = stateAfter(batchTransitions, 'answer', batch.state)
  await changeBatch(on.db, batch, { state, open: isOpenBatch(state), since: on.moment.today }, { ...itself(on), act: 'answer' })
}

type Told = Pick<BatchLine, 'creditedFen' | 'bankWords' | 'receiptIds' | 'flags'>

function toldBy({ flags }: BatchLine, { creditedFen, bankWords, receiptIds, differs }: LineAnswer): Told {
  const others = flags.filter(({ code }) => code !== 'receipt_differs')
  return { creditedFen, bankWords, receiptIds, flags: differs === null ? others : [...others, { code: 'receipt_differs', why: differs }] }
}

const becomesBy = (on: AtWork, line: BatchLine, act: NonNullable<LineAnswer['act']>, told: Told): LineBecomes => ({
  read: line,
  change: { ...told, state: stateAfter(lineTransitions, act, line.state), since: on.moment.today },
  event: { ...itself(on), act, amountFen: told.creditedFen },
})

const isOther = (line: BatchLine, told: Told): boolean =>
  (Object.keys(told) as (keyof Told)[]).some((key) => JSON.stringify(line[key]) !== JSON.stringify(told[key]))

export const answersJob = answersJobBy(500)
