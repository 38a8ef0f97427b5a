import type { Transitions } from './transitions'

/** Where a report stands at the discipline office. */
export const reportStates = ['new', 'accepted', 'transferred', 'closed', 'spam'] as const
export type ReportState = (typeof reportStates)[number]
export const reportStateNames: Record<ReportState, string> = {
  new: '没受理',
  accepted: '在办',
  transferred: '已转立案',
  closed: '已办结',
  spam: '不是举报',
}

/** How a report ended. */
export const reportOutcomes = ['true', 'partly', 'untrue', 'unclear', 'not-ours'] as const
export type ReportOutcome = (typeof reportOutcomes)[number]
export const reportOutcomeNames: Record<ReportOutcome, string> = {
  true: '属实，已处理',
  partly: '部分属实，已处理',
  untrue: '不属实',
  unclear: '线索不够，查不清',
  'not-ours': '不归纪检监察管，已告诉去哪里办',
}

/**
 * What the office may do with a report, and where it must stand for it. One that was opened is spam no more: it is closed with
 * an outcome.
 */
export type ReportAct = 'accept' | 'answer' | 'transfer' | 'pass' | 'close' | 'spam'
export const reportActs: Transitions<ReportState, ReportAct> = {
  accept: { new: 'accepted', spam: 'accepted' },
  answer: { accepted: 'accepted', transferred: 'transferred', closed: 'closed' },
  transfer: { accepted: 'transferred' },
  /** Given to another office, which begins anew. */
  pass: { new: 'new', accepted: 'new' },
  close: { accepted: 'closed', transferred: 'closed' },
  spam: { new: 'spam' },
}
