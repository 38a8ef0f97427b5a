import type { WayStep } from '#contract/supervision/requests'
import { yuan } from '#domain/money/money'
import { sayerNames, saySaidOf } from '#domain/money/said'
import { lineStateNames } from '#domain/work/batch-lines'
import { sayMonth, type Day } from '#domain/time/dates'
import { countyTime } from '#kernel/call/clock'
import type { On } from '#kernel/call/on'
import { findIn } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { batches, batchLines, type Batch, type BatchLine } from '#store/money/batches'
import { confirmations, type Confirmation } from '#store/money/confirmations'
import { payments, receipts, type Payment, type Receipt } from '#store/money/money'

/**
 * The way of each of these plan rows: what its plan says, the batch in which it went, what the bank answered, what the farmer said. No
 * names, no numbers of cards. A row that is gone has none.
 */
export async function waysOf(on: On, paymentIds: string[]): Promise<Map<string, WayStep[]>> {
  const { db } = on
  const [rows, lines, answers, words] = await Promise.all([
    findIn(db, payments, '_id', paymentIds),
    findIn(db, batchLines, 'paymentId', paymentIds),
    findIn(db, receipts, 'paymentId', paymentIds),
    findIn(db, confirmations, 'paymentId', paymentIds),
  ])
  const [files, sent] = await Promise.all([
    findIn(
      db,
      imports,
      '_id',
      [...rows, ...answers].map(({ importId }) => importId),
      ['fileName'],
    ),
    findIn(
      db,
      batches,
      '_id',
      lines.map(({ batchId }) => batchId),
    ),
  ])
  const fileNames = new Map(files.map(({ _id, fileName }) => [_id, fileName]))
  const batchOf = new Map(sent.map((batch) => [batch._id, batch]))
  const of = <T extends { paymentId: string | null }>(list: T[], id: string): T[] => list.filter(({ paymentId }) => paymentId === id)
  return new Map(
    rows.map((row) => [
      row._id,
      [
        planStep(on, row, fileNames),
        ...of(lines, row._id).map((line) => batchStep(line, batchOf.get(line.batchId))),
        ...of(answers, row._id).map((answer) => bankStep(answer, fileNames)),
        ...of(words, row._id)
          .sort((a, b) => a.n - b.n)
          .map(saidStep),
      ],
    ]),
  )
}

const planStep = ({ moment }: On, row: Payment, files: Map<string, string>): WayStep => ({
  step: 'plan',
  words: `${sayMonth(row.month, moment.today)}的发放计划：${yuan(row.dueFen)} 元`,
  ...(row.saidOn && { on: row.saidOn }),
  ...sourceIn(row, files),
})

const batchStep = ({ n, amountFen, state }: BatchLine, batch: Batch | undefined): WayStep => ({
  step: 'batch',
  words: `${batch?.name ?? '批次'} 第 ${n} 行：${yuan(amountFen)} 元，${state === 'planned' && batch?.handedOn ? '交给银行了，还没有答复' : lineStateNames[state]}`,
  ...(batch?.handedOn && { on: batch.handedOn }),
})

const bankStep = (answer: Receipt, files: Map<string, string>): WayStep => ({
  step: 'bank',
  words: sayBank(answer),
  ...((answer.postedOn ?? answer.day) && { on: answer.postedOn ?? answer.day }),
  ...sourceIn(answer, files),
})

const sayBank = ({ state, amountFen, text, code }: Receipt): string =>
  state === 'credited'
    ? `银行说到账 ${yuan(amountFen)} 元`
    : `${{ failed: '银行说没有入账', returned: '银行说到账后退回', unknown: '银行的答复看不明白' }[state]}：${[text, code].filter(Boolean).join(' ')}`

/** The farmer's word of a row, and the day on which it was said. */
export const saidStep = ({ said, cameFen, by, at }: Confirmation): WayStep & { on: Day } => ({
  step: 'said',
  words: `${sayerNames[by]}说${saySaidOf(said, cameFen)}`,
  on: countyTime(at).day,
})

function sourceIn({ importId, sheet, row }: Payment | Receipt, files: Map<string, string>): Pick<WayStep, 'source'> {
  const file = files.get(importId)
  return file === undefined ? {} : { source: { file, ...(sheet && { sheet }), ...(row !== undefined && { row }) } }
}
