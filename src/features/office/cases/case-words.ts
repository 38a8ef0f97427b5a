import type { CaseHistoryLine, CaseRow, CaseView } from '#contract/office/cases'
import { roleNames } from '#domain/access/staff'
import { caseActNames, caseStateNames, type CaseState } from '#domain/work/cases'
import { daysBetween, sayDay, type Day } from '#domain/time/dates'
import type { StateKind } from '../../../ui/desk/state'

export const views: readonly { id: CaseView; label: string }[] = [
  { id: 'waiting', label: '轮到本单位' },
  { id: 'open', label: '没办完的' },
  { id: 'late', label: '过期的' },
  { id: 'ended', label: '办完的' },
]

const kinds: Partial<Record<CaseState, StateKind>> = {
  done: 'done',
  restored: 'done',
  ended: 'ended',
  refused: 'ended',
  withdrawn: 'ended',
  decision: 'needs-you',
  appeal: 'needs-you',
}

/** Where a case stands, as a word and a shape; what is late says so. */
export const stateOf = ({ state, late }: CaseRow): { kind: StateKind; words: string } =>
  late
    ? { kind: 'needs-you', words: `${caseStateNames[state]} · 过期了` }
    : { kind: kinds[state] ?? 'waiting', words: caseStateNames[state] }

/** 10月24日前；过了的，过了几天. */
export const sayDue = ({ dueOn, late }: CaseRow, today: Day): string =>
  dueOn === undefined ? '' : late ? `${sayDay(dueOn, today)}到期，过了 ${daysBetween(dueOn, today)} 天` : `${sayDay(dueOn, today)}前`

const others = { farmer: '本人', relative: '家人', villager: '村民', itself: '系统' } as const
const followed = { open: '记下线索', added: '又申请了一次', written: '记入名册', unwritable: '名册上记不成，退了回来' } as const

/** Who did what, in one line. */
export function sayEvent({ act, by }: CaseHistoryLine): string {
  const what = act in followed ? followed[act as keyof typeof followed] : caseActNames[act as keyof typeof caseActNames]
  const who = by.as === 'staff' ? `${by.name}（${by.agency}${by.role ? roleNames[by.role] : ''}）` : others[by.as]
  return `${who}：${what}`
}
