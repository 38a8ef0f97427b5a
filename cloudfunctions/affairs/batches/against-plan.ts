import { fen, yuan, type Fen } from '#domain/money/money'
import type { Db, Filter } from '#store/db/collection'
import { aggregate, findById } from '#store/db/read'
import { fileSources, imports } from '#store/intake/intake'
import type { Batch } from '#store/money/batches'
import { payments } from '#store/money/money'
import { byState } from './count-lines'
import { filesOfPlan } from './draft/files-of-plan'

/** What the plan's file prints below its rows, in 分; and where a batch comes to something else, why: a sentence for each cause. */
export interface AgainstPlan {
  printedFen: Fen
  apart: string[]
}

/** Nothing where the batch is of no plan, or its file prints no total, or one of several months. */
export async function againstPlan(db: Db, batch: Batch): Promise<AgainstPlan | undefined> {
  const { source, totals, overlap } = batch
  if (source.from !== 'plan') return undefined
  const printedFen = (await findById(db, fileSources, source.importId))?.printedFen
  if (printedFen === undefined) return undefined
  if (printedFen === totals.fen) return { printedFen, apart: [] }
  const [taken, states, others] = await Promise.all([
    findById(db, imports, source.importId),
    // Lines that were never given to the bank.
    byState(db, { batchId: batch._id, serial: null, state: { $in: ['held', 'left-out'] } }),
    ofOtherProgrammes(db, batch),
  ])
  const out = (state: string) => states.find(({ _id }) => _id === state) ?? { lines: 0, fen: fen(0) }
  const { amountFen: accepted = printedFen, quarantined = 0 } = taken?.result ?? {}
  const corrected = accepted - others.fen - overlap.fen - out('held').fen - out('left-out').fen - totals.fen
  const part = (words: string, of: { lines: number; fen: Fen }) => (of.lines > 0 ? [`${words} ${of.lines} 行，${yuan(of.fen)} 元。`] : [])
  const apart = [
    ...(accepted === printedFen ? [] : [sayRead(printedFen, accepted, quarantined)]),
    ...part('计划里由别的单位发的有', others),
    ...part(`已经编在${overlap.batches.map((name) => `“${name}”`).join('、')}里的有`, overlap),
    ...part('先不发的有', out('held')),
    ...part('不发的有', out('left-out')),
    ...(corrected === 0
      ? []
      : [`计划导入以后改过，${corrected > 0 ? '少' : '多'}了 ${yuan(fen(Math.abs(corrected)))} 元；改了哪些，看“变了哪些”和导入记录。`]),
  ]
  return { printedFen, apart }
}

/** The total is not what was taken in: rows were refused, or it was added up wrongly, as where amounts are written as text. */
function sayRead(printed: Fen, accepted: Fen, refused: number): string {
  const by = `计划上印的合计是 ${yuan(printed)} 元，收进来的行加起来是 ${yuan(accepted)} 元，${
    accepted > printed ? '多' : '少'
  }了 ${yuan(fen(Math.abs(accepted - printed)))} 元。`
  return refused > 0
    ? `${by}有 ${refused} 行没有收进来，原因在导入记录里；改好的行可以再导入。合计也可能漏加了写成文字的金额，请与编计划的单位核对。`
    : `${by}每一行都收进来了，是合计没有加对，请与编计划的单位核对。`
}

async function ofOtherProgrammes(db: Db, batch: Batch): Promise<{ lines: number; fen: Fen }> {
  const { month, programmes } = batch
  if (programmes.length === 0) return { lines: 0, fen: fen(0) }
  const files = await filesOfPlan(db, batch)
  const filter: Filter = { importId: { $in: files }, month, gone: { $exists: false }, programme: { $nin: programmes } }
  const [all] = await aggregate<{ lines: number; fen: Fen }>(db, payments, [
    { $match: filter },
    { $group: { _id: null, lines: { $sum: 1 }, fen: { $sum: '$dueFen' } } },
  ])
  return all ? { lines: all.lines, fen: all.fen } : { lines: 0, fen: fen(0) }
}
