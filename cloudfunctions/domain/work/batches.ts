import type { Transitions } from './transitions'

/**
 * Where a batch 批次 stands. Frozen from approval on: its lines, their accounts and amounts are what the second person saw. Long work about
 * it (drafting, checking, writing the bank's file, taking in its answers) is a job beside it, never a state.
 */
export const batchStateNames = {
  draft: '编制中',
  review: '等复核',
  frozen: '已批准，等报银行',
  sent: '已报银行，等回执',
  answered: '回执已到，正在处理差错',
  closed: '已办结',
  cancelled: '已作废',
} as const
export type BatchState = keyof typeof batchStateNames
export const batchStates = Object.keys(batchStateNames) as [BatchState, ...BatchState[]]

const ends = ['closed', 'cancelled'] as const
export const isOpenBatch = (state: BatchState): boolean => !(ends as readonly BatchState[]).includes(state)

/** Its lines go to the bank, or have gone: nothing about them changes any more but by what happened to the money. */
export const isFrozen = (state: BatchState): boolean => ['frozen', 'sent', 'answered', 'closed'].includes(state)
/** The bank has its file. */
export const isAtBank = (state: BatchState): boolean => ['sent', 'answered', 'closed'].includes(state)

/**
 * What people do with a batch. Who puts forward, and who asks for a reset, is never who decides. `confirm`: what became known since it was
 * approved was seen, and the money goes as it was approved.
 */
export const batchActNames = {
  submit: '提交复核',
  sendBack: '退回重编',
  approve: '批准并冻结',
  askReset: '申请解冻',
  refuseReset: '不同意解冻',
  reset: '同意解冻，退回重编',
  confirm: '新查出的看过，照发',
  handOver: '记下已交银行',
  close: '办结',
  cancel: '作废',
} as const
export type BatchAct = keyof typeof batchActNames
export const batchActs = Object.keys(batchActNames) as [BatchAct, ...BatchAct[]]
/** `answer` follows by itself when the first line of a receipt has found its place. */
export type AnyBatchAct = BatchAct | 'answer'

/** Money that was handed over never goes back by a word: from there on there are only answers, mends and recoveries. */
export const batchTransitions: Transitions<BatchState, AnyBatchAct> = {
  submit: { draft: 'review' },
  sendBack: { review: 'draft' },
  approve: { review: 'frozen' },
  askReset: { frozen: 'frozen' },
  refuseReset: { frozen: 'frozen' },
  reset: { frozen: 'draft' },
  confirm: { frozen: 'frozen' },
  handOver: { frozen: 'sent' },
  answer: { sent: 'answered', answered: 'answered' },
  close: { answered: 'closed' },
  cancel: { draft: 'cancelled', review: 'cancelled' },
}
