import { readAmount } from '#domain/money/amounts'
import type { Fen } from '#domain/money/money'
import { isCalendarDay, type Day } from '#domain/time/dates'
import type { SchemeMemberFile } from '#contract/office/schemes'
import type { MembershipAct } from '#domain/work/memberships'
import { ask } from '../../../../services/desk/office-call'

/** What is done on a household's page; it is brought in from the scheme's. */
export type MemberAct = Exclude<MembershipAct, 'join'>

export interface ActDraft {
  words: string
  on: string
  amount: string
  reasonId: string
  /** Which entry was mistyped. */
  at: string
  /** Who signs. */
  signerId: string
}

interface Asked {
  label: string
  hint: string
  /** What the day and the amount are called, where they are asked for. */
  on?: string
  amount?: string
  reason?: true
  entry?: true
  /** Who signs of the household, and what that is called. */
  signer?: string
}

/** What each act asks for, besides words. */
export const asked: Record<MemberAct, Asked> = {
  sign: {
    label: '凭什么',
    hint: '协议编号、谁签的字、存在哪里。协议找不到的，写凭哪一年的收据。另一个人批了才算数。',
    on: '协议哪一天签的',
    amount: '协议上的本金（元）',
    signer: '谁签的字',
  },
  share: { label: '凭什么', hint: '收据、回单的编号。另一个人批了才算数。', on: '哪一天收的', amount: '追加多少本金（元）' },
  correct: {
    label: '哪里记错了、凭什么改',
    hint: '协议、收据的编号。改以前的数留在经过里；另一个人批了才算数。',
    on: '应该是哪一天收的',
    amount: '应该是多少（元），没有收过的写 0',
    entry: true,
  },
  resign: {
    label: '为什么改签',
    hint: '新协议的编号、存在哪里。入股照旧，本金、分红都不动。',
    on: '哪一天改签的',
    signer: '改由谁签',
  },
  tell: {
    label: '怎么告知的、告知了谁',
    hint: '这些话他家在手机上看得到。比如：上门告诉本人，不在名册上了，本金还是他家的，可以退。',
    on: '哪一天告知的',
  },
  ask: { label: '谁提的、怎么说的', hint: '批的人看得到。', reason: true },
  approve: { label: '批准的意见', hint: '看过协议、收据再批。批退出的，批了以后不再分红，从第二天起算工作日退本金。' },
  refuse: { label: '为什么不批', hint: '提的人看得到。' },
  withdraw: { label: '为什么撤回', hint: '写进经过。' },
  return: { label: '凭什么', hint: '银行回单、收条的编号。分几次退的，一次记一笔。', on: '哪一天退的', amount: '退了多少（元）' },
  drop: { label: '为什么划掉', hint: '比如：分红表写错了人，本村没有这一户的协议。' },
}

const amountOf = (text: string, least = 1): Fen | undefined => {
  const read = readAmount(text)
  return 'fen' in read && read.fen >= least ? read.fen : undefined
}

/** What can be seen here to be missing. */
export function faultOf(act: MemberAct, { words, on, amount, reasonId, at, signerId }: ActDraft): string | undefined {
  const { label, on: day, amount: much, reason, entry, signer } = asked[act]
  if (reason && reasonId === '') return '请选为什么退出。'
  if (entry && at === '') return '请选哪一笔记错了。'
  if (signer !== undefined && signerId === '') return '请选签字的人。'
  if (day !== undefined && !isCalendarDay(on)) return `请选${day}。`
  if (much !== undefined && amountOf(amount, entry ? 0 : 1) === undefined) return `“${much}”请写数字，例如 8000。`
  return words.trim().length < 4 ? `请写清楚${label}，至少 4 个字。` : undefined
}

/** Sends an act. */
export function send(act: MemberAct, id: string, draft: ActDraft): Promise<SchemeMemberFile> {
  const said = { id, words: draft.words.trim() }
  const paid = { ...said, on: draft.on as Day, amountFen: amountOf(draft.amount, 0)! }
  const senders: Record<MemberAct, () => Promise<SchemeMemberFile>> = {
    sign: () => ask('office', 'signMember', { ...paid, signerId: draft.signerId }),
    share: () => ask('office', 'shareMember', paid),
    correct: () => ask('office', 'correctMember', { ...paid, at: Number(draft.at) }),
    resign: () => ask('office', 'resignMember', { ...said, on: draft.on as Day, signerId: draft.signerId }),
    tell: () => ask('office', 'tellMember', { ...said, on: draft.on as Day }),
    ask: () => ask('office', 'askLeave', { ...said, reasonId: draft.reasonId }),
    approve: () => ask('office', 'decideMember', { ...said, act: 'approve' }),
    refuse: () => ask('office', 'decideMember', { ...said, act: 'refuse' }),
    withdraw: () => ask('office', 'withdrawMember', said),
    return: () => ask('office', 'returnPrincipal', paid),
    drop: () => ask('office', 'dropMember', said),
  }
  return senders[act]()
}
