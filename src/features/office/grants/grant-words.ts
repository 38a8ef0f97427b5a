import type { GrantRow } from '#contract/office/granting'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { sealedFieldNames } from '#domain/access/grants'
import { partNames } from '#domain/register/register'
import type { StateKind } from '../../../ui/desk/state'

/** The states that one may look for. */
export const stateFilters = [
  { id: 'all', label: '全部' },
  { id: 'asked', label: '等同意' },
  { id: 'usable', label: '正在用' },
  { id: 'ended', label: '已结束' },
] as const
export type StateFilter = (typeof stateFilters)[number]['id']

/** Approved and still to come counts as in use: it is not over. */
export function filterOf({ state, usable, from }: GrantRow, today: Day): StateFilter {
  if (state === 'asked') return 'asked'
  return usable || (state === 'approved' && from > today) ? 'usable' : 'ended'
}

/** A grant's state as a word and a shape. */
export function stateOf({ state, usable, from, can }: GrantRow, today: Day): { kind: StateKind; words: string } {
  if (state === 'asked') return can.decide ? { kind: 'needs-you', words: '等您定' } : { kind: 'waiting', words: '等同意' }
  if (state === 'refused') return { kind: 'ended', words: '没同意' }
  if (state === 'revoked') return { kind: 'ended', words: '已收回' }
  if (usable) return { kind: 'done', words: '可用' }
  return from > today ? { kind: 'waiting', words: '还没开始' } : { kind: 'ended', words: '已到期' }
}

/** 钱、政策；身份证号（完整显示） */
export const whatOf = ({ parts, fields }: Pick<GrantRow, 'parts' | 'fields'>): string => {
  const names = parts.map((part) => partNames[part]).join('、')
  return fields.length === 0 ? names : `${names}；${fields.map((field) => sealedFieldNames[field]).join('、')}（完整显示）`
}

/** 10月12日起, 2027年1月9日止: each stays on one line. */
export const daysOf = ({ from, until }: Pick<GrantRow, 'from' | 'until'>, today: Day): string[] =>
  from === until ? [`${sayDay(from, today)}当天`] : [`${sayDay(from, today)}起`, `${sayDay(until, today)}止`]
