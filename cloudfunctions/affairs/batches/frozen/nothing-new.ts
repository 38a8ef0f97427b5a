import { checkName } from '#domain/money/batch-checks'
import { refusals } from '#kernel/call/errors'
import type { AtWork } from '#kernel/jobs/kind'
import { pages } from '#store/db/read'
import { batchLines, type Batch } from '#store/money/batches'
import { onePerson } from '../../persons/one-person'
import { newDoubts } from './new-doubts'

/** So many lines are looked at together, and so many are named. */
const [together, named] = [500, 10]

/**
 * What is approved was checked against what is known today: a death, another plan or a receipt that came since it was drafted sends it
 * back to whoever decides about its lines. @throws Refusal that names the lines, and what is new about them.
 */
export async function nothingNew(on: AtWork, batch: Batch): Promise<void> {
  const one = await onePerson(on.db)
  const found = new Map<string, number[]>()
  for await (const page of pages(on.db, batchLines, { batchId: batch._id, state: 'planned' }, { size: together }))
    for (const [{ n }, flags] of await newDoubts(on, batch, one, page))
      for (const { code } of flags) found.set(code, [...(found.get(code) ?? []), n])
  if (found.size === 0) return
  throw refusals.badInput(`编好以后又查出：${sayDoubts(found)}。请退回，重编这一批，定好这几行再提交。您写的字还在。`)
}

/** 第 3、8 行（发放前已经去世）；第 9 行（计划后来改了）: the numbers of lines, by what is doubted of them. */
export const sayDoubts = (found: ReadonlyMap<string, readonly number[]>): string =>
  [...found]
    .map(([code, all]) => {
      const lines = [...new Set(all)].sort((a, b) => a - b)
      return `第 ${lines.slice(0, named).join('、')} 行${lines.length > named ? `等 ${lines.length} 行` : ''}（${checkName(code)}）`
    })
    .join('；')
