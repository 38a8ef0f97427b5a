import type { CaseFile } from '#contract/office/cases'
import { isCalendarDay, type Day } from '#domain/time/dates'
import type { CaseAct } from '#domain/work/cases'
import { ask } from '../../../../services/desk/office-call'

/** The acts of a plain form: words, and little besides. */
export type PlainAct = Exclude<CaseAct, 'checked' | 'reuse'>

/** What is written on the form of an act; each asks for some of it. */
export interface Draft {
  words: string
  category: string
  reasonId: string
  evidence: string
  on: string
  fallen: 'no' | 'yes'
}

/** What the words are for. */
export const wordsFor: Record<PlainAct, { label: string; hint: string }> = {
  take: { label: '请谁去、核什么', hint: '村里的网格员在手机上看得到，请他按期去。' },
  post: { label: '意见和依据', hint: '村里公示只有姓氏、村名和类别，这些话不公示。' },
  propose: { label: '意见和依据', hint: '有不同意见的，写怎么核的。批的人看得到。' },
  approve: { label: '批准的意见', hint: '批了马上记入名册。' },
  refuse: { label: '为什么不批', hint: '申请的人看得到。' },
  sendBack: { label: '还要查什么', hint: '乡镇看得到。' },
  drop: { label: '为什么不办', hint: '申请的人看得到。' },
  withdraw: { label: '为什么撤回', hint: '写进经过。' },
  tell: { label: '怎么告知的、告知了谁', hint: '比如：上门念给本人听，本人知道了。' },
  appeal: { label: '他怎么说', hint: '把他的话写下来，由另外的人去查。' },
  stand: { label: '查了什么、为什么维持', hint: '本人看得到。' },
  overturn: { label: '查了什么、为什么恢复', hint: '本人看得到，马上恢复到名册上。' },
  end: { label: '现在过得怎样', hint: '写进经过。' },
}

type Asked = 'category' | 'reason' | 'evidence' | 'on' | 'fallen'
const puts = (kind: CaseFile['row']['kind']): Asked[] =>
  kind === 'exit' ? ['reason'] : kind === 'recognise' || kind === 'category' ? ['category'] : []

/** What an act asks for, besides words. What was shown in the village is not changed any more. */
export function asksFor(act: PlainAct, { row, notice, proposes }: CaseFile): Asked[] {
  if (act === 'post') return proposes.includes('加进这一户') ? [] : puts(row.kind)
  if (act === 'propose') return [...(notice ? [] : puts(row.kind)), 'evidence']
  if (act === 'tell') return ['on']
  return act === 'end' ? ['fallen'] : []
}

/** What can be seen here to be missing. */
export function faultOf(act: PlainAct, draft: Draft, file: CaseFile): string | undefined {
  const asked = asksFor(act, file)
  if (asked.includes('category') && draft.category === '') return '请选列为哪一类。'
  if (asked.includes('reason') && draft.reasonId === '') return '请选退出的原因。'
  if (asked.includes('evidence') && draft.evidence.trim().length < 2) return '请写清楚凭什么材料。'
  if (asked.includes('on') && !isCalendarDay(draft.on)) return '请选哪一天告知的。'
  if (draft.words.trim().length < 4) return `请写清楚${wordsFor[act].label}，至少 4 个字。`
  return undefined
}

type Sent = { id: string; words: string }
const put = ({ category, reasonId }: Draft) => ({ ...(category !== '' && { category }), ...(reasonId !== '' && { reasonId }) })

const senders: Record<PlainAct, (sent: Sent, draft: Draft) => Promise<CaseFile>> = {
  take: (sent) => ask('office', 'takeCase', sent),
  post: (sent, draft) => ask('office', 'postCase', { ...sent, ...put(draft) }),
  propose: (sent, draft) => ask('office', 'proposeCase', { ...sent, ...put(draft), evidence: draft.evidence.trim() }),
  approve: (sent) => ask('office', 'decideCase', { ...sent, act: 'approve' }),
  refuse: (sent) => ask('office', 'decideCase', { ...sent, act: 'refuse' }),
  sendBack: (sent) => ask('office', 'decideCase', { ...sent, act: 'sendBack' }),
  drop: (sent) => ask('office', 'dropCase', sent),
  withdraw: (sent) => ask('office', 'withdrawCase', sent),
  tell: (sent, { on }) => ask('office', 'tellCase', { ...sent, on: on as Day }),
  appeal: (sent) => ask('office', 'appealCase', sent),
  stand: (sent) => ask('office', 'answerAppeal', { ...sent, act: 'stand' }),
  overturn: (sent) => ask('office', 'answerAppeal', { ...sent, act: 'overturn' }),
  end: (sent, { fallen }) => ask('office', 'endCase', { ...sent, fallen: fallen === 'yes' }),
}

/** Sends an act. */
export const send = (act: PlainAct, id: string, draft: Draft): Promise<CaseFile> => senders[act]({ id, words: draft.words.trim() }, draft)
