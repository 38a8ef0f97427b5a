import { randomUUID } from 'node:crypto'
import { fen } from '#domain/money/money'
import { normOn } from '#domain/county/parameters'
import { unitName } from '#domain/access/posts'
import { roleNames } from '#domain/access/staff'
import type { Day, Month } from '#domain/time/dates'
import { mayDraftFor } from '#domain/work/batch-powers'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { count, findById, findEach } from '#store/db/read'
import { fileSources } from '#store/intake/intake'
import { changeBatch, insertBatch } from '#store/money/batch-acts'
import { batches, type Batch, type BatchSource } from '#store/money/batches'
import { jobs } from '#store/work/jobs'
import { byStaff, jobFor, lookAtBatch, noBatch } from '../perform'
import { isAtWork } from '../work'
import { draftJob } from './job'

/** What somebody wants a batch of. */
export interface Wanted {
  agencyId: string
  month: Month
  from: BatchSource['from']
  importId?: string | undefined
  programmes?: string[] | undefined
  bankId: string
  fundedOn?: Day | undefined
}

/** Begins a batch: it is there at once, empty; its lines follow in a job. On record. @throws Refusal where it cannot be. */
export async function beginBatch(on: On, wanted: Wanted): Promise<Batch> {
  const { db, county, moment } = on
  const caller = await on.caller()
  const one = caller.staff!
  const { agencyId, month, bankId, fundedOn } = wanted
  const may = mayDraftFor(county, agencyId, one)
  const id = randomUUID()
  await recordLook(on, caller, { action: 'office.draftBatch', granted: may, about: { kind: 'batch', id } })
  if (!may) throw refusals.notAllowed(`${unitName(county, agencyId)}或${unitName(county, county.duties.finance)}的人`)
  if (!county.banks.banks.some((bank) => bank.id === bankId)) throw refusals.badInput('请选由哪家银行代发。')
  if (fundedOn !== undefined && fundedOn > moment.today) throw refusals.badInput('资金到县的日子不会在以后，请改过来。您填的还在。')
  await notTooMany(on, one._id)
  const source = await sourceOf(on, wanted)
  const programmes = programmesFor(on, wanted)
  const nth = (await count(db, batches, { agencyId, month })) + 1
  const batch: Omit<Batch, 'turn'> = {
    ...{ _id: id, name: `${month} ${unitName(county, agencyId)} 第${nth}批`, state: 'draft', open: true, source, agencyId, bankId },
    ...{ programmes, month, fundedOn: fundedOn ?? null, totals: { lines: 0, fen: fen(0) }, undecided: 0, round: 1 },
    ...{ overlap: { lines: 0, fen: fen(0), batches: [] }, differs: { added: 0, gone: 0, changed: 0, fen: fen(0) } },
    ...{ since: moment.today, draftedBy: one._id, submittedBy: null, approvedBy: null, approvedOn: null },
    ...{ drafter: `${one.agency}的${roleNames[one.role]}`, approver: null, resetAskedBy: null, handedOn: null },
    ...{ file: null, fileDigest: null, closedOn: null },
  }
  const event = { at: moment.iso, act: 'open' as const, by: byStaff(one), amountFen: null, wordsSealed: null }
  await insertBatch(db, batch, event, (transaction) => transaction.set(jobs, draftWork(on, id, 1)))
  return { ...batch, turn: 1 }
}

/** The same batch again, from what its source says now. What was decided about lines stays where they are the same. */
export async function redraftBatch(on: On, id: string): Promise<Batch> {
  const { one, batch } = await lookAtBatch(on, 'office.redraftBatch', id)
  if (!mayDraftFor(on.county, batch.agencyId, one)) throw noBatch()
  if (batch.state !== 'draft') throw refusals.badInput('只有编制中的批次能重编。已经提交的，请复核的人退回；批准了的，先申请解冻。')
  if (await isAtWork(on.db, id)) throw refusals.busy('上一次还没编完，请等它做完。')
  const round = batch.round + 1
  const event = { at: on.moment.iso, act: 'redraft' as const, by: byStaff(one), amountFen: null, wordsSealed: null }
  const changed = await changeBatch(on.db, batch, { round }, event, (transaction) => transaction.set(jobs, draftWork(on, id, round)))
  if (!changed) throw refusals.badInput('刚刚有人动过这一批。请刷新，看过再办。')
  return changed
}

const draftWork = (on: On, batchId: string, round: number) => jobFor(on, batchId, { what: 'draft', kind: draftJob.kind, input: { round } })

/** Drafts that nobody goes on with hold their money: whoever has so many brings one on, or cancels it. @throws Refusal */
async function notTooMany({ db, county, moment }: On, draftedBy: string): Promise<void> {
  const most = normOn(county, 'batch-drafts-most', moment.today)
  const drafts = await findEach(db, batches, { open: true, state: 'draft', draftedBy }, ['name'])
  if (drafts.length < most) return
  const names = drafts.slice(0, 3).map(({ name }) => `“${name}”`)
  throw refusals.badInput(
    `您手上有 ${drafts.length} 批在编、没有提交（${names.join('、')}${drafts.length > names.length ? '等' : ''}），最多 ${most} 批。请先提交几批，用不着的请作废，再编新的。`,
  )
}

async function sourceOf({ db }: On, { from, importId, month }: Wanted): Promise<BatchSource> {
  if (from !== 'plan') return { from }
  const plan = importId === undefined ? undefined : await findById(db, fileSources, importId)
  if (plan?.kind !== 'payment-plan' || !plan.rows[month])
    throw refusals.badInput('没有这份发放计划，或者它里面没有这个月。请先导入发放计划，再从单子里选。')
  return { from, importId: plan._id }
}

/** An agency pays its own programmes; the finance bureau, of which nothing is chosen, whatever there is. */
function programmesFor({ county }: On, { agencyId, programmes }: Wanted): string[] {
  const own = county.programmes.filter(({ agency }) => agency === agencyId || agencyId === county.duties.finance).map(({ id }) => id)
  const foreign = programmes?.find((id) => !own.includes(id))
  if (foreign !== undefined) throw refusals.badInput('选的项目里有不归这个单位发的，请重新勾选。')
  if (programmes && programmes.length > 0) return programmes
  if (own.length === 0) throw refusals.badInput('这个单位没有要发的项目，编不了批次。')
  return agencyId === county.duties.finance ? [] : own
}
