import { yuan } from '#domain/money/money'
import { isAtBank } from '#domain/work/batches'
import type { Db } from '#store/db/collection'
import { aggregate } from '#store/db/read'
import { batchLines, type Batch } from '#store/money/batches'
import type { Fen } from '#domain/money/money'

/** What must not be: more than was approved has come, in lines or in 分. In a sentence each. */
export async function wrongTotals(db: Db, { _id: batchId, state, totals }: Batch): Promise<string[]> {
  if (!isAtBank(state)) return []
  const [came] = await aggregate<{ lines: number; fen: Fen }>(db, batchLines, [
    { $match: { batchId, creditedFen: { $gt: 0 } } },
    { $group: { _id: null, lines: { $sum: 1 }, fen: { $sum: '$creditedFen' } } },
  ])
  if (!came) return []
  return [
    ...(came.lines > totals.lines
      ? [`批准的是 ${totals.lines} 笔，到账的有 ${came.lines} 笔，多了 ${came.lines - totals.lines} 笔。请与银行核对。`]
      : []),
    ...(came.fen > totals.fen ? [`批准的是 ${yuan(totals.fen)} 元，到账的有 ${yuan(came.fen)} 元。请与银行核对，发多的要追回。`] : []),
  ]
}
