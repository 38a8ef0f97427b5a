import type { Transitions } from './transitions'

/** What a case 办件 of the register is for. One case is about one household, or some people of one. */
export const caseKindNames = {
  recognise: '认定',
  category: '类别变更',
  exit: '核销退出',
  died: '去世核销',
  restore: '恢复',
  move: '换村',
  head: '换户主',
  join: '并入另一户',
  split: '分户',
} as const
export type CaseKind = keyof typeof caseKindNames
export const caseKinds = Object.keys(caseKindNames) as [CaseKind, ...CaseKind[]]

/** Where the clue 线索 came from. `watch`: seen at the end of a watch period; `expiry`: a category that is valid until a month. */
export const caseSourceNames = {
  alert: '预警',
  farmer: '本人申请',
  officer: '部门发现',
  'grid-worker': '网格员发现',
  villager: '村民反映',
  watch: '观察期满核查',
  expiry: '类别到期',
} as const
export type CaseSource = keyof typeof caseSourceNames
export const caseSources = Object.keys(caseSourceNames) as [CaseSource, ...CaseSource[]]

/**
 * What a case waits for. `effect`, `restoring`: decided, and being written to the register; a cut-off is taken up again from there.
 * `telling`: out of the register, and the household has still to be told; then a watch period, in the beginning of which it may appeal.
 */
export const caseStateNames = {
  clue: '线索，等受理',
  check: '等入户核查',
  compare: '核查过，等比对',
  notice: '公示中',
  decision: '等批准',
  effect: '已批准，正在记入名册',
  telling: '已退出，等告知本人',
  watch: '观察期',
  appeal: '申诉，等答复',
  restoring: '申诉成立，正在恢复',
  done: '办结',
  ended: '观察期满，办结',
  restored: '申诉成立，已恢复',
  refused: '不予办理',
  withdrawn: '已撤回',
} as const
export type CaseState = keyof typeof caseStateNames
export const caseStates = Object.keys(caseStateNames) as [CaseState, ...CaseState[]]

const ends = ['done', 'ended', 'restored', 'refused', 'withdrawn'] as const
export const isOpenCase = (state: CaseState): boolean => !(ends as readonly CaseState[]).includes(state)

/** Until it is decided nothing has changed for anybody. */
const undecided = ['clue', 'check', 'compare', 'notice', 'decision'] as const
export const isUndecided = (state: CaseState): boolean => (undecided as readonly CaseState[]).includes(state)

/** Steps that the county pack asks of a kind of case, beside the decision that every one needs. */
export const caseSteps = ['check', 'notice', 'tell'] as const
export type CaseStep = (typeof caseSteps)[number]

/** What people do with a case. */
export const caseActNames = {
  take: '受理，安排入户',
  reuse: '沿用最近的入户核查',
  checked: '记入户核查结果',
  post: '提出意见，开始公示',
  propose: '提出意见，报批',
  approve: '批准',
  refuse: '不批准',
  sendBack: '退回补查',
  drop: '不予办理',
  withdraw: '撤回',
  tell: '记已告知',
  appeal: '申诉',
  stand: '维持退出',
  overturn: '申诉成立，恢复',
  end: '期满核查，办结',
} as const
export type CaseAct = keyof typeof caseActNames
export const caseActs = Object.keys(caseActNames) as [CaseAct, ...CaseAct[]]
/** What follows by itself: the register has it, or says why it cannot. */
type FollowingAct = 'written' | 'unwritable'
export type AnyCaseAct = CaseAct | FollowingAct

/** How cases go that need these steps: for each act the states it starts from, and where each leads. */
export function caseTransitions(steps: readonly CaseStep[]): Transitions<CaseState, AnyCaseAct> {
  const [checks, shows, tells] = caseSteps.map((step) => steps.includes(step))
  const looked = checks ? 'compare' : 'clue'
  return {
    take: checks ? { clue: 'check' } : {},
    reuse: checks ? { clue: 'compare', check: 'compare' } : {},
    checked: checks ? { check: 'compare' } : {},
    post: shows ? { [looked]: 'notice' } : {},
    propose: { [shows ? 'notice' : looked]: 'decision' },
    approve: { decision: 'effect' },
    refuse: { decision: 'refused' },
    sendBack: { decision: checks ? 'check' : 'clue' },
    drop: { clue: 'refused', check: 'refused', compare: 'refused', notice: 'refused' },
    withdraw: { clue: 'withdrawn', check: 'withdrawn', compare: 'withdrawn', notice: 'withdrawn', decision: 'withdrawn' },
    tell: { telling: 'watch' },
    appeal: { telling: 'appeal', watch: 'appeal' },
    stand: { appeal: 'watch' },
    overturn: { appeal: 'restoring' },
    end: { watch: 'ended' },
    written: { effect: tells ? 'telling' : 'done', restoring: 'restored' },
    unwritable: { effect: 'decision', restoring: 'appeal' },
  }
}
