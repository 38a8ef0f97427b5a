import type { AlertFile } from '#contract/supervision/alerts'
import { readAmount } from '#domain/money/amounts'
import type { AlertOutcome, PeopleAct } from '#domain/work/alerts'
import { ask } from '../../../../services/desk/office-call'

/** What is written on the form of an act; each asks for some of it. */
export interface Draft {
  words: string
  agencyId: string
  days: string
  outcome: AlertOutcome | ''
  moved: string
}

/** What an act asks for, besides words. */
export const asksFor: Record<PeopleAct, readonly ('agency' | 'days' | 'outcome')[]> = {
  hand: ['agency'],
  inspect: [],
  order: ['days'],
  rectified: [],
  pass: ['outcome'],
  fail: ['days'],
  close: ['outcome'],
  refuse: [],
  reopen: [],
  remind: [],
}

/** What the words are for. */
export const wordsFor: Record<PeopleAct, { label: string; hint: string }> = {
  hand: { label: '要他们办什么', hint: '那个单位打开这条预警就看得到。' },
  inspect: { label: '为什么督查、查什么', hint: '写进历史，看得到这条预警的单位都看得到。' },
  order: { label: '要改什么', hint: '改的单位看得到，到期没有改会提醒。' },
  rectified: { label: '做了什么、现在怎样', hint: '另一个人会按这个去复查。' },
  pass: { label: '查下来怎样', hint: '写进历史。' },
  fail: { label: '哪里还没有改好', hint: '改的单位看得到。' },
  close: { label: '查下来怎样、怎么办的', hint: '写进历史。' },
  refuse: { label: '为什么不算', hint: '事实不变，它不会再来；事实变了会回来，写明变了。' },
  reopen: { label: '为什么要重新办', hint: '先看的单位看得到。' },
  remind: { label: '催什么', hint: '对方打开以后，这里有回执。一天一次。' },
}

/** What can be seen here to be missing or wrong. */
export function faultOf(
  act: PeopleAct,
  { words, agencyId, days, outcome, moved }: Draft,
  { days: { most } }: AlertFile,
): string | undefined {
  const asked = asksFor[act]
  if (asked.includes('agency') && agencyId === '') return '请选交给哪个单位。'
  if (asked.includes('outcome') && outcome === '') return '请选查下来是什么问题。'
  if (asked.includes('outcome') && moved.trim() !== '' && !('fen' in readAmount(moved)))
    return '追回、补发的钱请写数字，单位是元，例如 762.50；没有就空着。'
  if (asked.includes('days') && !(Number(days) >= 1 && Number(days) <= most && Number.isInteger(Number(days))))
    return `整改期限请写 1 到 ${most} 之间的天数。`
  if (words.trim().length < 4) return `请写清楚${wordsFor[act].label}，至少 4 个字。`
  return undefined
}

/** Sends an act. */
export function send(act: PeopleAct, id: string, draft: Draft): Promise<AlertFile> {
  const words = draft.words.trim()
  const days = Number(draft.days)
  const read = readAmount(draft.moved)
  const ended = { id, words, outcome: draft.outcome as AlertOutcome, ...('fen' in read && { movedFen: read.fen }) }
  switch (act) {
    case 'hand':
      return ask('supervision', 'handAlert', { id, words, agencyId: draft.agencyId })
    case 'order':
      return ask('supervision', 'orderAlert', { id, words, days })
    case 'fail':
      return ask('supervision', 'failAlert', { id, words, days })
    case 'pass':
      return ask('supervision', 'passAlert', ended)
    case 'close':
      return ask('supervision', 'closeAlert', ended)
    default:
      return ask('supervision', `${act}Alert`, { id, words })
  }
}
