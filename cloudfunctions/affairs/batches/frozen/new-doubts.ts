import { checkBatch } from '#domain/money/check-batch'
import { yuan } from '#domain/money/money'
import type { AtWork } from '#kernel/jobs/kind'
import type { Batch, BatchDifference, BatchLine } from '#store/money/batches'
import type { OnePerson } from '../../persons/one-person'
import { differing } from '../answers/source-now'
import { checkFacts } from '../draft/check-facts'

/** Of lines that go to the bank: what is known today and nobody has decided about, by line. One of which nothing is new is not in it. */
export async function newDoubts(
  on: AtWork,
  batch: Batch,
  one: OnePerson,
  page: readonly BatchLine[],
): Promise<Map<BatchLine, BatchLine['flags']>> {
  const lines = new Map(page.map((line) => [line._id, line]))
  const found = new Map<BatchLine, BatchLine['flags']>()
  const note = (line: BatchLine, flag: BatchLine['flags'][number]) => found.set(line, [...(found.get(line) ?? []), flag])
  for (const { lineId, code, why } of checkBatch(await checkFacts(on, batch, one, page))) {
    const line = lines.get(lineId)
    // Who decided about a doubt of this kind decided about it in other words, too: what was left out beside it changes them.
    const isKnown = (flag: { code: string }) => flag.code === code
    if (line && !line.flags.some(isKnown) && !found.get(line)?.some(isKnown)) note(line, { code, why })
  }
  const changed = new Map((await differing(on, batch, page)).map((difference) => [difference.key, difference]))
  for (const line of page) {
    const difference = changed.get(line.key)
    const why = difference && sayChange(difference)
    // A plan may be corrected more than once.
    if (why && !line.flags.some((flag) => flag.code === planChanged && flag.why === why)) note(line, { code: planChanged, why })
  }
  return found
}

const planChanged = 'plan_changed'

function sayChange({ kind, beforeFen, afterFen, account }: BatchDifference): string {
  if (kind === 'gone') return '计划里后来没有这一行了。'
  const amount = beforeFen === afterFen ? '' : `计划里后来是 ${yuan(afterFen!)} 元，这一批是 ${yuan(beforeFen!)} 元。`
  return `${amount}${account ? '计划里的账户后来改了。' : ''}`
}
