import type { BatchLineFile } from '#contract/office/batch-lines'
import { readAmount } from '#domain/money/amounts'
import type { Fen } from '#domain/money/money'
import { typedCode } from '#domain/text/typed'
import type { LineAct } from '#domain/work/batch-lines'
import { ask } from '../../../../services/desk/office-call'

/** What is done with one line after the bank has answered; about flags one decides in the list. */
export type Act = Exclude<LineAct, 'pay' | 'hold' | 'leaveOut'>

/** What is written on the form of an act; each asks for some of it. */
export interface Draft {
  words: string
  said: 'credit' | 'refuse' | 'return' | ''
  amount: string
  accountName: string
  card: string
}

type Asked = 'said' | 'amount' | 'account'
interface Wanted {
  asks: readonly Asked[]
  label: string
  hint: string
  /** What happens then. */
  then: string
}

export const wantedFor: Record<Act, Wanted> = {
  settle: { asks: ['said'], label: '银行的哪一份单子、哪一天', hint: '写进经过。', then: '回执看不明白，银行另外给了单子的，照单子记。' },
  mend: { asks: ['account'], label: '凭什么改：看过哪张卡、哪份材料', hint: '第二个人看得到。', then: '要另一个人同意，才用新账户重发。' },
  agreeMend: { asks: [], label: '怎么核的', hint: '写进经过。', then: '用新账户，等编进后面的批次重发。' },
  refuseMend: { asks: [], label: '为什么不同意', hint: '提的人看得到。', then: '退给提的人，账户不变。' },
  askGiveUp: { asks: [], label: '为什么不再发', hint: '第二个人看得到。', then: '要另一个人同意，才算不再发。' },
  giveUp: { asks: [], label: '为什么同意', hint: '写进经过。', then: '这一笔不再发。' },
  recover: { asks: [], label: '为什么要追回、向谁追', hint: '写进经过。', then: '从这里开始记追回的钱，可以分几次。' },
  tookBack: { asks: ['amount'], label: '凭哪一份单子', hint: '写进经过。', then: '追回多少记多少，追满了自己办结。' },
  unrecoverable: { asks: [], label: '追过几次、为什么追不回来', hint: '另一个人看得到。', then: '定了就不再追。' },
}

/** What can be seen here to be missing. */
export function faultOf(act: Act, draft: Draft, { row }: BatchLineFile): string | undefined {
  const { asks, label } = wantedFor[act]
  if (asks.includes('said') && draft.said === '') return '请选银行怎么说。'
  if (asks.includes('account')) {
    if (draft.accountName.trim() === '') return '请写新账户的户名。'
    if (!/^\d{12,22}$/.test(typedCode(draft.card))) return '卡号是 12 到 22 位数字，请再核对。'
  }
  if (asks.includes('amount') || draft.said === 'credit') {
    const amount = readAmount(draft.amount)
    if (!('fen' in amount) || amount.fen <= 0) return '请写多少元，例如 762.50。'
    if (act === 'tookBack' && amount.fen > row.creditedFen - row.recoveredFen) return '追回的不会比到账的多，请再核对。'
  }
  return draft.words.trim().length < 2 ? `请写清楚${label}。` : undefined
}

const amountOf = ({ amount }: Draft): Fen => {
  const read = readAmount(amount)
  return 'fen' in read ? read.fen : (0 as Fen)
}

type Said = { lineId: string; words: string }
const senders: Record<Act, (said: Said, draft: Draft) => Promise<BatchLineFile>> = {
  settle: (said, draft) =>
    ask('office', 'settleLine', {
      ...said,
      said: draft.said as Exclude<Draft['said'], ''>,
      ...(draft.said === 'credit' && { amountFen: amountOf(draft) }),
    }),
  mend: (said, { accountName, card }) => ask('office', 'mendLine', { ...said, accountName: accountName.trim(), card }),
  agreeMend: (said) => ask('office', 'decideMend', { ...said, act: 'agreeMend' }),
  refuseMend: (said) => ask('office', 'decideMend', { ...said, act: 'refuseMend' }),
  askGiveUp: (said) => ask('office', 'giveUpLine', { ...said, act: 'askGiveUp' }),
  giveUp: (said) => ask('office', 'giveUpLine', { ...said, act: 'giveUp' }),
  recover: (said) => ask('office', 'recoverLine', said),
  tookBack: (said, draft) => ask('office', 'tookBackLine', { ...said, amountFen: amountOf(draft) }),
  unrecoverable: (said) => ask('office', 'unrecoverableLine', said),
}

/** Sends an act. */
export const send = (act: Act, { row }: BatchLineFile, draft: Draft): Promise<BatchLineFile> =>
  senders[act]({ lineId: row.id, words: draft.words.trim() }, draft)
