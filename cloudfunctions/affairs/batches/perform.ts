import { yuan } from '#domain/money/money'
import { batchActNames, batchStateNames, batchTransitions, isOpenBatch, type BatchAct } from '#domain/work/batches'
import { canBe, startsOf, stateAfter } from '#domain/work/transitions'
import { act } from '#kernel/act'
import { refusals, type Refusal } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { seal } from '#kernel/seal/seal'
import type { Staff } from '#store/access/staff'
import { changeBatch, findBatch, findLine } from '#store/money/batch-acts'
import type { Batch, BatchLine, ControlTotals, MoneyBy } from '#store/money/batches'
import { jobs, newJob, type Job } from '#store/work/jobs'
import { mayDoWithBatch, seesBatch, seesLine } from './allowed'
import { whatIsNew, whoDoesBatch } from './say'
import { isAtWork, workId, type BatchWork } from './work'

/** Why people's data are looked at for a batch: the pack's word for it. */
export const batchPurpose = 'funds-check'

/** Unknown and not theirs answer alike. */
export const noBatch = (): Refusal =>
  refusals.notFound('没有这一批，或者不归本单位看。请回到列表刷新；付钱的单位和财政局看得到。您写的字还在。')
export const noLine = (): Refusal =>
  refusals.notFound('没有这一行，或者不归本单位看。请回到批次刷新；付钱的单位和财政局看得到。您写的字还在。')

/** A batch that the caller sees; the look is on record, granted or not. @throws Refusal otherwise. */
export async function lookAtBatch(on: On, action: string, id: string): Promise<{ one: Staff; batch: Batch }> {
  const caller = await on.caller()
  const one = caller.staff!
  const batch = await findBatch(on.db, id)
  const isSeen = batch !== undefined && seesBatch(on, one, batch)
  await recordLook(on, caller, { action, granted: isSeen, about: { kind: 'batch', id } })
  if (!isSeen) throw noBatch()
  return { one, batch }
}

/** A line that the caller sees; whose it is sees that it was looked at. @throws Refusal otherwise. */
export async function lookAtLine(on: On, action: string, id: string): Promise<{ one: Staff; batch: Batch; line: BatchLine }> {
  const caller = await on.caller()
  const one = caller.staff!
  const line = await findLine(on.db, id)
  const batch = line && (await findBatch(on.db, line.batchId))
  const isSeen = line !== undefined && batch !== undefined && seesLine(on, one, batch, line)
  await recordLook(on, caller, {
    ...{ action, granted: isSeen, about: { kind: 'batch-line', id }, purpose: batchPurpose },
    ...(isSeen && { personId: line.personId }),
    ...(isSeen && line.householdId !== null && { householdId: line.householdId }),
  })
  if (!isSeen) throw noLine()
  return { one, batch, line }
}

/** What an act changes besides the state, and the long work that follows from it: asked for in the same moment. */
interface BatchBecomes {
  change?: Partial<Batch>
  work?: { what: BatchWork; kind: string; input?: object }
}
export interface DoingWithBatch {
  act: BatchAct
  /** What stands on record: `office.submitBatch`. */
  action: string
  id: string
  words: string
  become?: (batch: Batch, one: Staff) => BatchBecomes | Promise<BatchBecomes>
}

/** One person's act on a batch: its state, its history and the work that follows in one, under `kernel/act`. */
export function doWithBatch(on: On, { act: what, action, id, words, become = () => ({}) }: DoingWithBatch): Promise<Batch> {
  return act(on, {
    action,
    find: () => findBatch(on.db, id),
    look: () => ({ about: { kind: 'batch', id } }),
    may: (batch, one) => mayDoWithBatch(on, what, one, batch),
    whoMay: (batch, one) => (seesBatch(on, one, batch) ? whyNotBatch(on, what, batch) : undefined),
    async become(batch, one) {
      if (await isAtWork(on.db, id)) throw refusals.busy('这一批还有没做完的事，做完才能办这一步。请过一会儿再办，您写的字还在。')
      return { ...(await become(batch, one)), by: byStaff(one) }
    },
    change: (batch, { change, work, by }) => {
      const state = stateAfter(batchTransitions, what, batch.state)
      const event = { at: on.moment.iso, act: what, by, amountFen: null, wordsSealed: seal(on.keys, words) }
      const becomes = { ...change, state, since: on.moment.today, open: isOpenBatch(state) }
      const asked = work && jobFor(on, id, work)
      return changeBatch(on.db, batch, becomes, event, asked && ((transaction) => transaction.set(jobs, asked)))
    },
    gone: noBatch,
    late: lateBatch,
  })
}

export const lateBatch = (): Refusal => refusals.badInput('刚刚有人动过这一批。请刷新，看过再办。您写的字还在。')

/** Work beside a batch, as a transaction writes it down. */
export const jobFor = ({ moment }: Pick<On, 'moment'>, batchId: string, { what, kind, input }: NonNullable<BatchBecomes['work']>): Job =>
  newJob({ _id: workId(batchId, what), kind, input: { batchId, ...input }, askedAt: moment.iso })

/** To somebody who sees it: it stands elsewhere, or it is others who do this. */
export const whyNotBatch = ({ county }: On, what: BatchAct, batch: Batch): Refusal => {
  if (canBe(batchTransitions, what, batch.state)) {
    if (what === 'askReset' && batch.resetAskedBy !== null) return refusals.badInput('已经有人申请解冻，正在等人来定。')
    if ((what === 'handOver' || what === 'confirm') && batch.resetAskedBy !== null)
      return refusals.badInput('有人申请解冻这一批。先定下解不解冻，再交银行。您写的字还在。')
    if (what === 'handOver' && batch.undecided > 0) return refusals.badInput(`批准以后又查出 ${batch.undecided} 行有新情况。${whatIsNew}`)
    if (what === 'confirm' && batch.undecided === 0) return refusals.badInput('批准以后没有查出新情况，不用再定。请刷新，看过再办。')
    if ((what === 'reset' || what === 'refuseReset') && batch.resetAskedBy === null)
      return refusals.badInput('没有人申请解冻这一批。要解冻的，先由一个人申请，再由另一个人来定。')
    return refusals.notAllowed(whoDoesBatch(county, what, batch))
  }
  const where = startsOf(batchTransitions, what).map((from) => `“${batchStateNames[from]}”`)
  return refusals.badInput(
    `这一批现在是“${batchStateNames[batch.state]}”，要在${where.join('、')}的时候才能${batchActNames[what]}。您写的字还在。`,
  )
}

export const byStaff = ({ _id: staffId, name, role, agencyId, agency }: Staff): MoneyBy => ({
  ...{ as: 'staff', staffId, name, role, agencyId, agency },
})

/** Count and total as somebody read them are still those of the batch. @throws Refusal otherwise. */
export function sameTotals(batch: Batch, { lines, fen }: ControlTotals): void {
  const { totals } = batch
  if (lines === totals.lines && fen === totals.fen) return
  throw refusals.badInput(
    `您看到的是 ${lines} 笔、${yuan(fen)} 元，现在是 ${totals.lines} 笔、${yuan(totals.fen)} 元。请刷新，看过再办。您写的字还在。`,
  )
}
