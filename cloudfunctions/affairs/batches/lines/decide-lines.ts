import { fen } from '#domain/money/money'
import { lineStands } from '#domain/work/batch-powers'
import { lineTransitions } from '#domain/work/batch-lines'
import { stateAfter } from '#domain/work/transitions'
import { act } from '#kernel/act'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { seal } from '#kernel/seal/seal'
import type { Filter } from '#store/db/collection'
import { find, findEach } from '#store/db/read'
import { inParts } from '#store/db/turns'
import { inTransaction } from '#store/db/transaction'
import { findBatch, writeLine, type NewBatchEvent } from '#store/money/batch-acts'
import { batches, batchLines, type Batch, type BatchLine } from '#store/money/batches'
import { mayDecideLines } from '../allowed'
import { countLines, undecided } from '../count-lines'
import { byStaff, noBatch } from '../perform'
import { isAtWork } from '../work'

export interface Deciding {
  id: string
  lineIds?: string[] | undefined
  flag?: string | undefined
  count: number
  act: 'pay' | 'hold' | 'leaveOut'
  words: string
}

/** So many lines are decided in one transaction: what a cut-off leaves undone stands in the list as before. */
export const together = 50

/** A person's word about lines of a draft, each with its event, and the batch's totals with them. Gives the batch as it then is. */
export function decideLines(on: On, { id, lineIds, flag, count, act: what, words }: Deciding): Promise<Batch> {
  const { db, moment, keys } = on
  return act(on, {
    action: 'office.decideLines',
    find: () => findBatch(db, id),
    look: () => ({ about: { kind: 'batch', id }, rows: count }),
    may: (batch, one) => mayDecideLines(on, one, batch),
    async become(batch, one) {
      if (await isAtWork(db, id)) throw refusals.busy('这一批还在编，编完、核对完才能定。您写的字还在。')
      const lines = await chosen(on, { id, lineIds, flag })
      if (lines.length !== count)
        throw refusals.badInput(
          `您看到的是 ${count} 行，现在是 ${lines.length} 行，有人动过了。一行也没有定，请刷新，看过再定。您写的字还在。`,
        )
      if (lines.some((line) => !lineStands(what, batch, line))) throw refusals.badInput('里面有的行现在不能这样定。请刷新，看过再定。')
      const event: NewBatchEvent = { at: moment.iso, act: what, by: byStaff(one), amountFen: null, wordsSealed: seal(keys, words) }
      return { lines, event }
    },
    async change(batch, { lines, event }) {
      for (const part of inParts(lines, together)) if (!(await decideSome(on, batch, part, what, event))) return undefined
      return findBatch(db, batch._id)
    },
    gone: noBatch,
    whoMay: (batch, one) =>
      mayDecideLines(on, one, { ...batch, state: 'draft' })
        ? refusals.badInput('这一批不在编制中，行已经定了。要改，先退回或者解冻。')
        : undefined,
    late: () => refusals.badInput('刚刚有人动过这几行，后面的没有定。请刷新，看过再定。您写的字还在。'),
  })
}

/** These lines, or all that a doubt stands on and that nobody has decided about. */
const chosen = ({ db }: On, { id, lineIds, flag }: Pick<Deciding, 'id' | 'lineIds' | 'flag'>): Promise<BatchLine[]> => {
  if (lineIds !== undefined) return find(db, batchLines, { batchId: id, _id: { $in: lineIds } })
  if (flag === undefined) throw refusals.badInput('请选要定的行。')
  return findEach(db, batchLines, { $and: [{ batchId: id, 'flags.code': flag }, undecided] } satisfies Filter)
}

/** Some lines and the totals that follow, together; false when somebody has changed one of them, or the batch stands elsewhere. */
export const decideSome = (
  { db, moment }: On,
  { _id, state: stands }: Batch,
  part: BatchLine[],
  what: Deciding['act'],
  event: NewBatchEvent,
): Promise<boolean> =>
  inTransaction(db, async (transaction) => {
    const batch = await transaction.get(batches, _id)
    if (batch?.state !== stands) return false
    let { lines, fen: sum } = batch.totals
    let waiting = batch.undecided
    for (const { _id: lineId, turn } of part) {
      const line = await transaction.get(batchLines, lineId)
      if (line?.turn !== turn) return false
      const state = stateAfter(lineTransitions, what, line.state)
      const moves = Number(state === 'planned') - Number(line.state === 'planned')
      lines += moves
      sum = fen(sum + moves * line.amountFen)
      waiting -= Number(line.flags.length > 0 && line.decided === null)
      await writeLine(transaction, line.state, { ...line, state, decided: what, since: moment.today }, event)
    }
    await transaction.set(batches, { ...batch, totals: { lines, fen: sum }, undecided: waiting, turn: batch.turn + 1 })
    return true
  })

export const stillUndecided = async (on: On, batchId: string): Promise<number> => (await countLines(on.db, { batchId, ...undecided })).lines
