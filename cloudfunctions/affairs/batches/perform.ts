import { refusals, type Refusal } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import type { Staff } from '#store/access/staff'
import { findBatch, findLine } from '#store/money/batch-acts'
import type { Batch, BatchLine } from '#store/money/batches'
import { seesBatch, seesLine } from './allowed'

/** Why people's data are looked at for a batch: the pack's word for it. */
export const batchPurpose = 'funds-check'

/** Unknown and not theirs answer alike. */
export const noBatch = (): Refusal =>
  refusals.notFound('没有这一批，或者不归本单位看。请回到列表刷新；付钱的单位和财政局看得到。您写的字还在。')
export const noLine = (): Refusal =>
  refusals.notFound('没有这一行，或者不归本单位看。请回到批次刷新；付钱的单位和财政局看得到。您写的字还在。')

/** A batch that the caller sees; the look is on record, granted or not. @throws Refusal otherwise. */
export async function lookAtBatch(on: On, action: string, id: string, rows?: number): Promise<{ one: Staff; batch: Batch }> {
  const caller = await on.caller()
  const one = caller.staff!
  const batch = await findBatch(on.db, id)
  const isSeen = batch !== undefined && seesBatch(on, one, batch)
  await recordLook(on, caller, { ...{ action, granted: isSeen, about: { kind: 'batch', id } }, ...(rows !== undefined && { rows }) })
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
