import type { BatchFile, BatchRow } from '#contract/office/batches'
import { roleNames } from '#domain/access/staff'
import { unitName } from '#domain/access/posts'
import { daysBetween } from '#domain/time/dates'
import { mayDraftFor } from '#domain/work/batch-powers'
import { batchActNames, isAtBank, isFrozen } from '#domain/work/batches'
import { lineStateNames } from '#domain/work/batch-lines'
import { againstPlan } from '#affairs/batches/against-plan'
import { allowedWithBatch } from '#affairs/batches/allowed'
import { byProgramme, byState } from '#affairs/batches/count-lines'
import { sayNext } from '#affairs/batches/say'
import { batchWorkNames, isBusy, workOf, type BatchWork } from '#affairs/batches/work'
import { wrongTotals } from '#affairs/batches/wrong-totals'
import type { On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import type { Staff } from '#store/access/staff'
import { findById } from '#store/db/read'
import { fileSources } from '#store/intake/intake'
import { batchHistory } from '#store/money/batch-acts'
import type { Batch, BatchEvent, MoneyBy } from '#store/money/batches'
import type { Job } from '#store/work/jobs'
import { seesSample } from '../callbacks/allowed'

export function presentBatchRow({ county, moment: { today } }: Pick<On, 'county' | 'moment'>, batch: Batch): BatchRow {
  const { _id: id, name, state, month, agencyId, totals, undecided, since, fundedOn, closedOn, open: isOpen } = batch
  return {
    ...{ id, name, state, month, agencyId, totals, undecided, since },
    agency: unitName(county, agencyId),
    next: sayNext(county, batch),
    ...(isOpen && fundedOn !== null && { daysHeld: Math.max(0, daysBetween(fundedOn, today)) }),
    ...(closedOn !== null && { closedOn }),
  }
}

/** A batch with how its lines stand, all that happened to it, and what this officer may do with it. No person is named. */
export async function presentBatch(on: On, one: Staff, batch: Batch): Promise<BatchFile> {
  const { db, county } = on
  const { _id: batchId, source } = batch
  const [acts, states, programmes, work, history, plan, wrong, against] = await Promise.all([
    allowedWithBatch(on, one, batch),
    byState(db, { batchId }),
    byProgramme(db, { batchId }),
    workOf(db, batchId),
    batchHistory(db, batchId),
    source.from === 'plan' ? findById(db, fileSources, source.importId) : undefined,
    wrongTotals(db, batch),
    againstPlan(db, batch),
  ])
  const busy = isBusy(work)
  const pays = mayDraftFor(county, batch.agencyId, one)
  const { fundedOn, approver, approvedOn, handedOn, fileDigest, file } = batch
  return {
    row: presentBatchRow(on, batch),
    source: {
      from: source.from,
      ...(source.from === 'plan' && { importId: source.importId }),
      ...(plan && { fileName: plan.fileName }),
      ...(against ?? { apart: [] }),
    },
    bank: county.banks.banks.find(({ id }) => id === batch.bankId)?.name ?? batch.bankId,
    programmes: programmes.map(({ _id: id, ...counts }) => ({ id, name: nameOfProgramme(on, id), ...counts })),
    drafter: batch.drafter,
    ...(fundedOn !== null && { fundedOn }),
    ...(approver !== null && { approver }),
    ...(approvedOn !== null && { approvedOn }),
    ...(handedOn !== null && { handedOn }),
    ...(fileDigest !== null && { fileDigest }),
    resetAsked: batch.resetAskedBy !== null,
    states: states.map(({ _id: state, ...counts }) => ({ state, name: nameOfState(batch, state), ...counts })),
    wrong,
    overlap: batch.overlap,
    differences: batch.differs,
    work: [...work].map(([what, job]) => presentWork(what, job)),
    ...(file && { file: { fileName: file.fileName, pieces: file.pieces, digest: file.digest, lines: file.lines, fen: file.fen } }),
    history: history.map((event) => presentEvent(on, event)),
    can: [
      // Whoever wrote why would be told that lines are left to decide about.
      ...(busy ? [] : acts.filter((act) => act !== 'submit' || batch.undecided === 0)),
      ...(pays && batch.state === 'draft' && !busy ? (['redraft', 'decideLines'] as const) : []),
      ...(pays && batch.open ? (['fund'] as const) : []),
      ...(pays && isFrozen(batch.state) && !busy && batch.undecided === 0 ? (['bankFile'] as const) : []),
      ...(isAtBank(batch.state) && seesSample(on, one, batch) ? (['sample'] as const) : []),
    ],
    ...(busy && { waits: '还在做下面写着的事，做完才能办下一步。请过一会儿再看。' }),
    ...(!busy && batch.state === 'draft' && batch.undecided > 0 && { waits: `还有 ${batch.undecided} 行要人定，定完才能提交。` }),
  }
}

export const nameOfProgramme = ({ county }: Pick<On, 'county'>, id: string): string =>
  county.programmes.find((one) => one.id === id)?.name ?? id

/** Handed over, a line that waits is at the bank. */
const nameOfState = ({ state: stands }: Batch, state: keyof typeof lineStateNames): string =>
  state === 'planned' && isAtBank(stands) ? '在银行' : lineStateNames[state]

const presentWork = (what: BatchWork, { state, progress, fault }: Job): BatchFile['work'][number] => ({
  ...{ what, name: batchWorkNames[what], state, done: progress.done },
  ...(progress.of !== null && { of: progress.of }),
  ...(fault !== null && { fault }),
})

export const presentBy = (by: MoneyBy): BatchFile['history'][number]['by'] =>
  by.as === 'staff' ? { as: 'staff', name: by.name, role: by.role, agency: by.agency } : { as: 'itself' }

/** 县财政局的工作人员: a post, as it is told beside what was done. */
export const postOf = ({ agency, role }: Pick<Staff, 'agency' | 'role'>): string => `${agency}的${roleNames[role]}`

const otherNames: Record<string, string> = { open: '编批次', redraft: '重编', fund: '写下资金到县的日子', answer: '回执到了' }

const presentEvent = ({ keys }: Pick<On, 'keys'>, { at, act, to, by, wordsSealed }: BatchEvent): BatchFile['history'][number] => ({
  ...{ at, act, to: to as Batch['state'], by: presentBy(by) },
  name: (batchActNames as Record<string, string>)[act] ?? otherNames[act] ?? act,
  ...(wordsSealed !== null && { words: open(keys, wordsSealed) }),
})
