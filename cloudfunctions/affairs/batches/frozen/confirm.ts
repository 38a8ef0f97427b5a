import { act } from '#kernel/act'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { seal } from '#kernel/seal/seal'
import { findEach } from '#store/db/read'
import { inParts } from '#store/db/turns'
import { changeBatch, findBatch, type NewBatchEvent } from '#store/money/batch-acts'
import { batchLines, type Batch } from '#store/money/batches'
import { mayDoWithBatch, seesBatch } from '../allowed'
import { undecided } from '../count-lines'
import { decideSome, together } from '../lines/decide-lines'
import { byStaff, lateBatch, noBatch, whyNotBatch } from '../perform'

/** `lines`: how many were shown to wait. */
export interface Confirming {
  id: string
  words: string
  lines: number
}

/**
 * A second person has seen what became known of lines since they were approved, and they are paid as they were approved: each is decided,
 * and it stands in the history of the batch. Totals are the same. Cut off, what is not decided waits as before. @throws Refusal
 */
export const confirmNew = (on: On, { id, words, lines: seen }: Confirming): Promise<Batch> =>
  act(on, {
    action: 'office.confirmBatch',
    find: () => findBatch(on.db, id),
    look: () => ({ about: { kind: 'batch', id }, rows: seen }),
    may: (batch, one) => mayDoWithBatch(on, 'confirm', one, batch),
    whoMay: (batch, one) => (seesBatch(on, one, batch) ? whyNotBatch(on, 'confirm', batch) : undefined),
    async become(_, one) {
      const waiting = await findEach(on.db, batchLines, { batchId: id, ...undecided })
      if (waiting.length !== seen)
        throw refusals.badInput(`您看到的是 ${seen} 行，现在是 ${waiting.length} 行。一行也没有定，请刷新，看过再定。您写的字还在。`)
      const said = { at: on.moment.iso, by: byStaff(one), amountFen: null, wordsSealed: seal(on.keys, words) }
      return { waiting, said }
    },
    async change(batch, { waiting, said }) {
      const event: NewBatchEvent = { ...said, act: 'pay' }
      for (const part of inParts(waiting, together)) if (!(await decideSome(on, batch, part, 'pay', event))) return undefined
      const now = await findBatch(on.db, id)
      return now?.state === 'frozen' ? changeBatch(on.db, now, {}, { ...said, act: 'confirm' }) : undefined
    },
    gone: noBatch,
    late: lateBatch,
  })
