import type { AlertHistoryLine, AlertRow, AlertView } from '#contract/supervision/alerts'
import { alertActNames, alertOutcomeNames, alertStateNames } from '#domain/work/alerts'
import { sayDay, type Day } from '#domain/time/dates'
import { roleNames } from '#domain/access/staff'
import { yuan } from '#domain/money/money'
import type { StateKind } from '../../../ui/desk/state'

export const views: readonly { id: AlertView | 'figures'; label: string }[] = [
  { id: 'today', label: '今天办' },
  { id: 'waiting', label: '等我办的' },
  { id: 'open', label: '没办完的' },
  { id: 'late', label: '过期的' },
  { id: 'ended', label: '办完的' },
  { id: 'figures', label: '办得怎样' },
]
export type Viewed = (typeof views)[number]['id']

const kinds: Record<AlertRow['state'], StateKind> = {
  found: 'needs-you',
  handed: 'waiting',
  inspection: 'waiting',
  rectification: 'waiting',
  recheck: 'needs-you',
  closed: 'done',
  refused: 'ended',
  gone: 'ended',
}

/** Where an alert stands, as a word and a shape; what is late, or has lost its facts, says so. */
export function stateOf({ state, late, factsGoneOn, outcome }: AlertRow): { kind: StateKind; words: string } {
  const name = outcome === undefined ? alertStateNames[state] : `${alertStateNames[state]} · ${alertOutcomeNames[outcome]}`
  if (late) return { kind: 'needs-you', words: `${name} · 过期了` }
  if (factsGoneOn !== undefined && state !== 'gone') return { kind: 'needs-you', words: `${name} · 事实没有了` }
  return { kind: kinds[state], words: name }
}

/** Who was reminded, and whether anybody there has opened it. */
export const sayReminder = ({ by, openedBy }: NonNullable<AlertRow['reminded']>): string =>
  openedBy === undefined ? `${by}催过，对方还没有打开` : `${by}催过，${openedBy}打开了`

/** What happened, by whom, in one line. */
export function sayEvent({ act, by, toAgency, outcome, days, movedFen }: AlertHistoryLine): string {
  const what =
    act === 'raise'
      ? '发现'
      : act === 'change'
        ? '事实变了'
        : act === 'opened'
          ? '打开了督促提醒'
          : act === 'facts-gone'
            ? '事实没有了，等办的人来结'
            : alertActNames[act]
  const who = by ? `${by.name}（${by.agency}${roleNames[by.role]}）` : '系统'
  const more = [
    toAgency === undefined ? '' : `给${toAgency}`,
    days === undefined ? '' : `限 ${days} 天`,
    outcome === undefined ? '' : alertOutcomeNames[outcome],
    movedFen === undefined ? '' : `追回、补发 ${yuan(movedFen)} 元`,
  ].filter(Boolean)
  return `${who}${by ? '' : '：'}${what}${more.length > 0 ? `（${more.join('，')}）` : ''}`
}

export const sayDue = ({ dueOn }: AlertRow, today: Day): string => (dueOn === undefined ? '' : `${sayDay(dueOn, today)}前`)
