import type { BatchFile } from '#contract/office/batches'
import type { BatchLineList } from '#contract/office/batch-lines'
import { fen } from '#domain/money/money'
import { isEndOfLine, type LineState } from '#domain/work/batch-lines'
import type { BatchState } from '#domain/work/batches'
import type { Day, Month } from '#domain/time/dates'
import type { Db } from '#store/db/collection'
import { find } from '#store/db/read'
import { batches, batchLines } from '#store/money/batches'
import { decideAll, ended, worked, type MoneyDesk } from './desk'

/**
 * What goes through batches in the demo; the story's household is paid the first. A line's answer is a transaction: with the whole plan a
 * first start would take several times as long.
 */
const batched = { recent: ['disability-care', 'medical-aid'], older: ['medical-aid'] }

export interface Paying {
  month: Month
  age: keyof typeof batched
  agencyId: string
  bankId: string
  /** Doubts on which money does not go. */
  leaveOut: readonly string[]
}

/** The batch of a month as far as it was brought before, or a new one from its plan. */
export async function batchOf(desk: MoneyDesk, db: Db, importId: string, { month, age, agencyId, bankId }: Paying): Promise<BatchFile> {
  const [there] = await find(db, batches, { agencyId, month, 'source.from': 'plan' }, { limit: 1 })
  if (there) return ended(desk, await desk.ask('batch', { id: there._id }))
  const wanted = { agencyId, month, from: 'plan', importId, programmes: batched[age], bankId, fundedOn: `${month}-05` as Day }
  return worked(desk, await desk.ask('draftBatch', wanted))
}

/** Brings a batch on until it stands there: decided and put forward by one, approved by another, its file made and handed over. */
export async function bringTo(
  desk: MoneyDesk,
  file: BatchFile,
  to: BatchState,
  { leaveOut, on }: Pick<Paying, 'leaveOut'> & { on?: Day },
): Promise<BatchFile> {
  const { id } = file.row
  const next: Partial<Record<BatchState, (at: BatchFile) => Promise<BatchFile>>> = {
    async draft() {
      await decideAll(desk, id, leaveOut)
      const { row } = await desk.ask('batch', { id })
      return desk.ask('submitBatch', { id, words: '名单、金额、账户都核对过', ...row.totals })
    },
    review: ({ row }) => desk.ask('approveBatch', { id, words: '抽查过几户，同意发放', ...row.totals }, desk.head),
    async frozen({ row, file: made }) {
      if (!made) await worked(desk, await desk.ask('bankFile', { id, words: '交农商行代发', ...row.totals }))
      return desk.ask('handOverBatch', { id, words: '交给农商行营业部', on, ...row.totals })
    },
  }
  let at = file
  for (let step = next[at.row.state]; step && at.row.state !== to; step = next[at.row.state]) at = await worked(desk, await step(at))
  return at
}

/** A batch of which every line is at its end is closed. */
export async function closeIfDone(desk: MoneyDesk, id: string): Promise<void> {
  const { row, states } = await desk.ask('batch', { id })
  if (row.state !== 'answered' || states.some(({ state }) => !isEndOfLine(state as LineState))) return
  await desk.ask('closeBatch', { id, words: '都有了结果，办结' })
}

/** What was paid to somebody who had died is taken back: half of it came so far. */
export async function takeBack(desk: MoneyDesk, id: string): Promise<void> {
  const { rows } = await desk.ask<BatchLineList>('batchLines', { id, view: 'flagged', flag: 'paid_after_death', state: 'credited' })
  for (const { id: lineId, creditedFen } of rows) {
    await desk.ask('recoverLine', { lineId, words: '死亡注销名单核实，向家属追回' }, desk.head)
    await desk.ask('tookBackLine', { lineId, words: '家属先退回一半，收款收据在案', amountFen: fen(Math.floor(creditedFen / 2)) })
  }
}

/** No card of anybody. */
const otherCard = '6200000099999999990'

/**
 * What was refused and no plan has again by the month after: two people put the account right. Nobody thinks of sending the money, and it
 * lies.
 */
export async function mendAndForget(desk: MoneyDesk, db: Db, id: string): Promise<void> {
  const waiting = await find(db, batchLines, { batchId: id, state: { $in: ['refused', 'mending'] } })
  for (const { _id: lineId, state, accountName } of waiting) {
    const card = { accountName, card: otherCard, words: '旧卡销了户，看过本人的新卡和身份证' }
    if (state === 'refused') await desk.ask('mendLine', { lineId, ...card })
    await desk.ask('decideMend', { lineId, act: 'agreeMend', words: '和农商行核对过，是本人的账户' }, desk.head)
  }
}

/** The clerk has begun on what came back this month: accounts to be mended, lines to be decided. */
export async function beginReturned(desk: MoneyDesk, db: Db, { month, agencyId, bankId }: Paying): Promise<void> {
  if ((await find(db, batches, { agencyId, month, 'source.from': 'returned' }, { limit: 1 })).length > 0) return
  await worked(desk, await desk.ask('draftBatch', { agencyId, month, from: 'returned', bankId, fundedOn: `${month}-05` }))
}
