import type { Transitions } from './transitions'

/**
 * Where an alert 预警 stands. `closed` ends with an outcome, `refused` with a reason; `gone`: its facts are there no more, and it closed
 * itself.
 */
export const alertStates = ['found', 'handed', 'inspection', 'rectification', 'recheck', 'closed', 'refused', 'gone'] as const
export type AlertState = (typeof alertStates)[number]
export const alertStateNames: Record<AlertState, string> = {
  found: '刚发现',
  handed: '已交办',
  inspection: '督查中',
  rectification: '整改中',
  recheck: '等复查',
  closed: '已办结',
  refused: '已退回',
  gone: '事实没有了',
}

/** In these somebody still has to do something, each within days of its own (the pack's norms). */
const openStates = ['found', 'handed', 'inspection', 'rectification', 'recheck'] as const
export type OpenState = (typeof openStates)[number]
export const isOpenState = (state: AlertState): state is OpenState => (openStates as readonly string[]).includes(state)

/** How one ended that was looked into. Whatever is not `nothing` was worth the alert. */
export const alertOutcomes = ['fund', 'project', 'person', 'service', 'report', 'nothing'] as const
export type AlertOutcome = (typeof alertOutcomes)[number]
export const alertOutcomeNames: Record<AlertOutcome, string> = {
  fund: '资金问题',
  project: '项目滞后',
  person: '对象认定',
  service: '服务不到位',
  report: '举报',
  nothing: '查无问题',
}

/** What people do with an alert. */
export const peopleActs = ['hand', 'inspect', 'order', 'rectified', 'pass', 'fail', 'close', 'refuse', 'reopen', 'remind'] as const
export type PeopleAct = (typeof peopleActs)[number]
/** What the detectors do with it: its facts are there no more; they are again, or others. */
type DetectorAct = 'vanish' | 'again'
export type AlertAct = PeopleAct | DetectorAct

export const alertActs: Transitions<AlertState, AlertAct> = {
  /** 交办: to the agency that has to put it right; another one later, if that is not the one. */
  hand: { found: 'handed', handed: 'handed' },
  /** 督查 is begun by the discipline office. */
  inspect: { found: 'inspection', handed: 'inspection' },
  /** 责令整改: what is to be put right, within how many days. */
  order: { inspection: 'rectification' },
  /** The agency says what it did. Small things need no inspection before. */
  rectified: { found: 'recheck', handed: 'recheck', rectification: 'recheck' },
  /** 复查: what was said is so, or it is not. */
  pass: { recheck: 'closed' },
  fail: { recheck: 'rectification' },
  close: { inspection: 'closed' },
  /** It is none, and why. */
  refuse: { found: 'refused', handed: 'refused' },
  /** Whoever supervises does not believe it. */
  reopen: { refused: 'found', closed: 'found' },
  /** 督促提醒. */
  remind: { found: 'found', handed: 'handed', rectification: 'rectification' },
  /** Nobody has looked into it yet: it closes itself. What is being looked into is ended by a person, who is told. */
  vanish: { found: 'gone', handed: 'gone' },
  again: { refused: 'found', closed: 'found', gone: 'found' },
}

export const alertActNames: Record<AlertAct, string> = {
  hand: '交办',
  inspect: '开始督查',
  order: '责令整改',
  rectified: '报告已整改',
  pass: '复查通过',
  fail: '复查没通过',
  close: '办结',
  refuse: '退回',
  reopen: '重新打开',
  remind: '督促提醒',
  vanish: '事实没有了',
  again: '又出现了',
}
