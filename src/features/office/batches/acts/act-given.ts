import type { BatchFile } from '#contract/office/batches'
import { readAmount } from '#domain/money/amounts'
import type { Fen } from '#domain/money/money'
import { isCalendarDay, type Day } from '#domain/time/dates'
import { typedDigits } from '#domain/text/typed'
import { batchActNames } from '#domain/work/batches'
import { ask } from '../../../../services/desk/office-call'

/** What an officer does here with a whole batch; about its lines and its sample one does it elsewhere. */
export type Act = Exclude<BatchFile['can'][number], 'decideLines' | 'sample'>
export const actNames: Record<Act, string> = {
  ...batchActNames,
  redraft: '重新编',
  fund: '记下钱哪天到县里',
  bankFile: '生成报盘文件',
}

/** What is written on the form of an act; each asks for some of it. */
export interface Draft {
  words: string
  on: string
  lines: string
  amount: string
  totp: string
}

type Asked = 'words' | 'on' | 'repeat' | 'totp'
interface Wanted {
  asks: readonly Asked[]
  /** What the words are for. */
  label: string
  hint: string
  /** What happens then. */
  then: string
  /** It does not bring the batch on: never the one thing to do here. */
  aside?: true
}

export const wantedFor: Record<Act, Wanted> = {
  submit: { asks: ['words'], label: '核对过什么', hint: '复核的人看得到。', then: '交给另一个人复核，复核完以前改不了。' },
  sendBack: { asks: ['words'], label: '哪里要改', hint: '编的人看得到。', then: '退给编的人，改好再提交。', aside: true },
  approve: { asks: ['words'], label: '复核的话', hint: '写进经过。', then: '批准以后冻结：哪些人、哪个账户、多少钱，都不再变。' },
  confirm: {
    asks: ['words'],
    label: '看过什么、为什么照发',
    hint: '写进经过。',
    then: '批准以后新查出的行照批准的发；有一行先不发，就不要点这里，先申请解冻。',
  },
  askReset: { asks: ['words'], label: '为什么要解冻', hint: '要另一个人同意，才退回重编。', then: '交给另一个人定。', aside: true },
  reset: { asks: ['words'], label: '为什么同意', hint: '写进经过。', then: '退回重编，要重新核对、重新批准。', aside: true },
  refuseReset: { asks: ['words'], label: '为什么不同意', hint: '申请的人看得到。', then: '照批准的发。' },
  handOver: {
    asks: ['repeat', 'on', 'words'],
    label: '交给谁、怎么交的',
    hint: '写进经过。',
    then: '钱交出去就不能往回改，只等银行的回执。',
  },
  close: { asks: ['words'], label: '办结的话', hint: '写进经过。', then: '每一行都有了结果，这一批不再动。' },
  cancel: { asks: ['words'], label: '为什么作废', hint: '写进经过。', then: '里面的行可以编进别的批次。', aside: true },
  redraft: { asks: [], label: '', hint: '', then: '照来源现在的样子再编一遍，变了哪些会列出来；没有变的行，定过的还算数。', aside: true },
  fund: { asks: ['on'], label: '', hint: '', then: '从这天起数钱在县里放了几天。', aside: true },
  bankFile: {
    asks: ['words', 'totp'],
    label: '这份文件交给谁',
    hint: '做文件要再填一次动态码，谁做的记下来。',
    then: '文件里有户名和卡号，只交给银行。',
  },
}

/** What can be seen here to be missing, or to be otherwise than the batch. */
export function faultOf(act: Act, draft: Draft, { row: { totals } }: BatchFile): string | undefined {
  const { asks, label } = wantedFor[act]
  if (asks.includes('repeat')) {
    const amount = readAmount(draft.amount)
    if (typedDigits(draft.lines) === '' || !('fen' in amount)) return '请照交给银行的单子，写多少行、多少元。'
    if (Number(typedDigits(draft.lines)) !== totals.lines || amount.fen !== totals.fen)
      return '写的行数、金额和批准的对不上。请把交给银行的文件再核对一遍；文件不对的，重新做一份。'
  }
  if (asks.includes('on') && !isCalendarDay(draft.on)) return '请选是哪一天。'
  if (asks.includes('words') && draft.words.trim().length < 2) return `请写清楚${label}。`
  if (asks.includes('totp') && typedDigits(draft.totp).length !== 6) return '要再填一次动态码：手机验证器上的 6 位数字。'
  return undefined
}

type Said = { id: string; words: string }
type Repeated = { lines: number; fen: Fen }

const senders: Record<Act, (said: Said, draft: Draft, repeated: Repeated, waiting: number) => Promise<BatchFile>> = {
  submit: (said, _, repeated) => ask('office', 'submitBatch', { ...said, ...repeated }),
  sendBack: (said) => ask('office', 'sendBackBatch', said),
  approve: (said, _, repeated) => ask('office', 'approveBatch', { ...said, ...repeated }),
  confirm: (said, _, __, lines) => ask('office', 'confirmBatch', { ...said, lines }),
  askReset: (said) => ask('office', 'askResetBatch', said),
  reset: (said) => ask('office', 'decideResetBatch', { ...said, act: 'reset' }),
  refuseReset: (said) => ask('office', 'decideResetBatch', { ...said, act: 'refuseReset' }),
  handOver: (said, { on }, repeated) => ask('office', 'handOverBatch', { ...said, ...repeated, on: on as Day }),
  close: (said) => ask('office', 'closeBatch', said),
  cancel: (said) => ask('office', 'cancelBatch', said),
  redraft: ({ id }) => ask('office', 'redraftBatch', { id }),
  fund: ({ id }, { on }) => ask('office', 'fundBatch', { id, fundedOn: on as Day }),
  bankFile: async (said, { totp }, repeated) => {
    await ask('office', 'stepUp', { totp })
    return ask('office', 'bankFile', { ...said, ...repeated })
  },
}

/** Sends an act, with the count and total that were shown. */
export const send = (act: Act, { row }: BatchFile, draft: Draft): Promise<BatchFile> =>
  senders[act]({ id: row.id, words: draft.words.trim() }, draft, { lines: row.totals.lines, fen: row.totals.fen }, row.undecided)
