import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { inTransaction } from '#store/db/transaction'
import { imports, type ImportedBy } from '#store/intake/intake'
import { undoId } from '#store/intake/undoings'
import { askAgain, askFor, findJob, type Job } from '#store/work/jobs'
import { undoing, type Undoing } from './undo'

/**
 * Asks for an import to be taken back. Of two who ask at once it is one job.
 * @throws Refusal for one that is under way, was never taken in, or is too old to have been kept for this.
 */
export async function beginUndo(on: Pick<On, 'db' | 'moment'>, importId: string, by: ImportedBy | null, reason: string): Promise<Job> {
  const importing = await findJob(on.db, importId)
  await inTransaction(on.db, async (transaction) => {
    const there = await transaction.get(imports, importId)
    if (!there || there.status === 'refused') throw refusals.notFound('没有导入过这份文件，没有可以撤销的。')
    if (there.status === 'undone') throw refusals.badInput('这一次导入已经撤销过了，没有可以撤销的。')
    if (there.status === 'running' && importing?.state !== 'failed')
      throw refusals.badInput('这份文件正在导入，还不能撤销。请等它做完；还没有开始写入的，可以取消。')
    if (importing?.state === 'waiting') throw refusals.badInput('改好的行正在写进去，还不能撤销。请等它做完，再撤销。')
    if (there.result?.mends !== undefined)
      throw refusals.badInput('这是退回以后改好的行，写进了它们原来那份文件。要撤销，请撤销原来那一份。')
    if (!there.journaled || there.journalGone)
      throw refusals.badInput('这一次导入太早，撤销用的底稿已经没有了，不能撤销。请导入一份更正的表来改正。')
    await transaction.set(imports, { ...there, status: 'undoing' })
  })
  const input: Undoing = { importId, by, reason }
  const asked = { _id: undoId(importId), kind: undoing.kind, input: { ...input }, askedAt: on.moment.iso }
  const job = await askFor(on.db, asked)
  return job.state === 'waiting' ? job : ((await askAgain(on.db, asked)) ?? job)
}
