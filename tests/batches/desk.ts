import type { BatchFile, BatchList } from '#contract/office/batches'
import type { BatchLineFile, BatchLineList } from '#contract/office/batch-lines'
import { now } from '#kernel/call/clock'
import { changeAccount } from '#store/access/accounts'
import type { Staff } from '#store/access/staff'
import { find, findEach } from '#store/db/read'

import { imports } from '#store/intake/intake'
import { batchLines } from '#store/money/batches'
import { payments } from '#store/money/money'
import { asStaff, aStaff } from '../harness/people'
import type { As, Cloud } from '../harness/cloud'

/** The finance bureau pays a month: who is there, and what they do with a batch. */
export async function theDesk(cloud: Cloud, agencyId = 'finance') {
  const people = {
    clerk: await aStaff(cloud, 'officer', { agencyId, name: '钱小会' }),
    other: await aStaff(cloud, 'officer', { agencyId, name: '陈小计' }),
    head: await aStaff(cloud, 'head', { agencyId, name: '金局长' }),
    data: await aStaff(cloud, 'data-officer', { agencyId, name: '郑专员' }),
    town: await aStaff(cloud, 'officer', { agencyId: 'town-330328102', name: '潘小东' }),
    elsewhere: await aStaff(cloud, 'officer', { agencyId: 'disabled', name: '外人' }),
    discipline: await aStaff(cloud, 'head', { agencyId: 'discipline', name: '纪书记' }),
  }
  const as = Object.fromEntries(
    await Promise.all(Object.entries(people).map(async ([name, one]: [string, Staff]) => [name, await asStaff(cloud, one)] as const)),
  ) as Record<keyof typeof people, { session: string }>
  const ask = <Data = BatchFile>(action: string, input: object, who: As = as.clerk) =>
    cloud.call<Data>('office', action as never, input, who)
  const done = async (file: BatchFile): Promise<BatchFile> => {
    for (let now = file; ;) {
      if (now.work.every(({ state }) => state !== 'waiting')) return now
      now = await ask('batchProgress', { id: file.row.id })
    }
  }
  const draft = async (over: object = {}) =>
    done(await ask('draftBatch', { agencyId, month: '2026-10', from: 'plan', bankId: 'rural-commercial', fundedOn: '2026-10-08', ...over }))
  const lines = (id: string, over: object = {}, who: As = as.clerk) => ask<BatchLineList>('batchLines', { id, view: 'all', ...over }, who)
  const decideAll = async (id: string, act = 'pay'): Promise<void> => {
    for (;;) {
      const { rows, total } = await lines(id, { view: 'undecided' })
      if (total === 0) return
      const lineIds = rows.map((row) => row.id)
      await ask('decideLines', { id, lineIds, count: lineIds.length, act, words: '逐户核对过材料' })
    }
  }
  const totals = ({ row }: BatchFile) => row.totals
  const submit = (file: BatchFile, who: As = as.clerk) => ask('submitBatch', { id: file.row.id, words: '核对过了', ...totals(file) }, who)
  const approve = async (file: BatchFile, who: As = as.head) =>
    done(await ask('approveBatch', { id: file.row.id, words: '同意发放', ...totals(file) }, who))
  const stepUp = async (who: { session: string }) =>
    changeAccount(cloud.db, who.session.split('/')[0]!, { $set: { 'session.steppedUp': now().iso } })
  const makeFile = async (file: BatchFile) => {
    await stepUp(as.clerk)
    return done(await ask('bankFile', { id: file.row.id, words: '交农商行代发', ...totals(file) }))
  }
  const handOver = async (file: BatchFile, on: string) =>
    done(await ask('handOverBatch', { id: file.row.id, words: '交农商行李经理', on, ...totals(file) }))
  const current = async (id: string) => ask('batch', { id })
  /** From a draft to the bank's hands. */
  const toBank = async (file: BatchFile, on: string) => {
    await decideAll(file.row.id)
    const submitted = await submit(await current(file.row.id))
    const frozen = await approve(submitted)
    return handOver(await makeFile(frozen), on)
  }
  /** What receipts say reaches the batches that the bank has. */
  const answered = async (id: string) => {
    await cloud.operate('alerts', {}, 'patrol')
    return done(await ask('batchProgress', { id }))
  }
  const file = async ({ row, file }: BatchFile): Promise<Buffer> => {
    const parts: Buffer[] = []
    for (let piece = 0; piece < file!.pieces; piece++)
      parts.push(Buffer.from((await ask<{ base64: string }>('bankFilePart', { id: row.id, piece })).base64, 'base64'))
    return Buffer.concat(parts)
  }
  const list = (view = 'open', who: As = as.clerk) => ask<BatchList>('batches', { view }, who)
  const line = (lineId: string, who: As = as.clerk) => ask<BatchLineFile>('batchLine', { lineId }, who)
  const onLine = (action: string, lineId: string, input: object, who: As = as.clerk) =>
    ask<BatchLineFile>(action, { lineId, words: '凭银行卡和身份证', ...input }, who)
  return {
    ...{ people, as, ask, done, draft, lines, decideAll, submit, approve, makeFile, handOver, current, toBank, answered, file, list, line },
    ...{ onLine, stepUp },
  }
}
export type Desk = Awaited<ReturnType<typeof theDesk>>

export const refusal = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (error: Error) => error.message,
  )

/** The department's plan that was taken in. */
export const planOf = async ({ db }: Cloud): Promise<string> => (await find(db, imports, { kind: 'payment-plan' }))[0]!._id

/** Lines by the row of the plan's file in which they stand. */
export async function byRow({ db }: Cloud, batchId: string): Promise<Map<number, { id: string; codes: string[]; state: string }>> {
  const lines = await findEach(db, batchLines, { batchId })
  const rows = new Map((await findEach(db, payments, {})).map(({ _id, row }) => [_id, row!]))
  return new Map(
    lines.map(({ _id, paymentId, flags, state }) => [rows.get(paymentId!)!, { id: _id, codes: flags.map(({ code }) => code), state }]),
  )
}
