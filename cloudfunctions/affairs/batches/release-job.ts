import type { Chunk, KindOfJob } from '#kernel/jobs/kind'
import { find } from '#store/db/read'
import { inTurns } from '#store/db/turns'
import { update } from '#store/db/write'
import { findBatch } from '#store/money/batch-acts'
import { batchLines } from '#store/money/batches'

/** Frees the money of a batch that was cancelled for other batches; its lines stay as they were. */
const releaseJobBy = (size: number): KindOfJob<{ batchId: string }, { after: string }, { lines: number }> => ({
  kind: 'batch-release',
  async chunk({ db }, { input: { batchId }, cursor }): Promise<Chunk<{ after: string }, { lines: number }>> {
    const batch = await findBatch(db, batchId)
    if (batch?.state !== 'cancelled') return { result: { lines: 0 } }
    const page = await find(
      db,
      batchLines,
      { batchId, _id: { $gt: cursor?.after ?? '' } },
      { order: [['_id', 'asc']], limit: size, fields: ['key'] },
    )
    await inTurns(page, 8, ({ _id }) => update(db, batchLines, { _id }, { $set: { key: `free/${_id}` } }))
    return page.length === size ? { next: { after: page.at(-1)!._id }, done: 0, of: null } : { result: { lines: batch.totals.lines } }
  },
  mayCancel: () => false,
  clear: () => Promise.resolve(),
})

export const releaseJob = releaseJobBy(1000)
