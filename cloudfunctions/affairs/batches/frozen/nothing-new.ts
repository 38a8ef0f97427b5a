import { checkBatch } from '#domain/money/check-batch'
import { checkName } from '#domain/money/batch-checks'
import { refusals } from '#kernel/call/errors'
import type { AtWork } from '#kernel/jobs/kind'
import { pages } from '#store/db/read'
import { batchLines, type Batch, type BatchLine } from '#store/money/batches'
import { onePerson } from '../../persons/one-person'
import { differing } from '../answers/source-now'
import { checkFacts } from '../draft/check-facts'

/** So many lines are looked at together, and so many are named. */
const [together, named] = [500, 10]

/**
 * What is approved was checked against what is known today: a death, another plan or a receipt that came since it was drafted sends it
 * back to whoever decides about its lines. @throws Refusal that names the lines, and what is new about them.
 */
export async function nothingNew(on: AtWork, batch: Batch): Promise<void> {
  const one = await onePerson(on.db)
  const found = new Map<string, number[]>()
  const note = (what: string, { n }: BatchLine) => found.set(what, [...(found.get(what) ?? []), n])
  for await (const page of pages(on.db, batchLines, { batchId: batch._id, state: 'planned' }, { size: together })) {
    const lines = new Map(page.map((line) => [line._id, line]))
    for (const { lineId, code } of checkBatch(await checkFacts(on, batch, one, page))) {
      const line = lines.get(lineId)
      // Who decided about a doubt of this kind decided about it in other words, too: what was left out beside it changes them.
      if (line && !line.flags.some((flag) => flag.code === code)) note(checkName(code), line)
    }
    const changed = new Set((await differing(on, batch, page)).map(({ key }) => key))
    for (const line of page) if (changed.has(line.key)) note('计划后来改了', line)
  }
  if (found.size === 0) return
  const said = [...found].map(([what, all]) => {
    const lines = [...new Set(all)].sort((a, b) => a - b)
    return `第 ${lines.slice(0, named).join('、')} 行${lines.length > named ? `等 ${lines.length} 行` : ''}（${what}）`
  })
  throw refusals.badInput(`编好以后又查出：${said.join('；')}。请退回，重编这一批，定好这几行再提交。您写的字还在。`)
}
