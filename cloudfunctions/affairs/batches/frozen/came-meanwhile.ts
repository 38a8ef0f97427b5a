import { lineTransitions } from '#domain/work/batch-lines'
import { canBe } from '#domain/work/transitions'
import { refusals } from '#kernel/call/errors'
import type { Environment } from '#kernel/call/environment'
import { findIn, pages } from '#store/db/read'
import { batchLines } from '#store/money/batches'

/** Nothing is sent again that came meanwhile, or that another batch has sent again. @throws Refusal that names the lines. */
export async function noneCameMeanwhile({ db }: Pick<Environment, 'db'>, batchId: string): Promise<void> {
  const came: number[] = []
  for await (const page of pages(db, batchLines, { batchId, state: 'planned', reissueOf: { $gt: '' } }, { fields: ['n', 'reissueOf'] })) {
    const former = await findIn(
      db,
      batchLines,
      '_id',
      page.map(({ reissueOf }) => reissueOf!),
      ['state', 'reissuedAs'],
    )
    const open = new Set(
      former
        .filter(
          ({ _id, state, reissuedAs }) =>
            canBe(lineTransitions, 'reissue', state) || page.some((one) => one._id === reissuedAs && one.reissueOf === _id),
        )
        .map(({ _id }) => _id),
    )
    came.push(...page.filter(({ reissueOf }) => !open.has(reissueOf!)).map(({ n }) => n))
  }
  if (came.length === 0) return
  const named = came.slice(0, 10).join('、')
  throw refusals.badInput(
    `第 ${named} 行${came.length > 10 ? `等 ${came.length} 行` : ''}原来的那一笔后来到账了，或者已经另外重发，再发就发了两次。请退回或者解冻，重编这一批。您写的字还在。`,
  )
}
