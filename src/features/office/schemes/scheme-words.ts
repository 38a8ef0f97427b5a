import type { SchemeHistoryLine, SchemeMemberFile, SchemeMemberRow, SchemeRow } from '#contract/office/schemes'
import { roleNames } from '#domain/access/staff'
import type { BookView } from '#domain/money/scheme-book'
import { yuan, type Fen } from '#domain/money/money'
import { sayDay, sayWhen, type Day } from '#domain/time/dates'
import { isIn, membershipActNames, membershipStateNames, type MembershipState } from '#domain/work/memberships'
import { schemeActNames, schemeStateNames } from '#domain/work/schemes'
import type { StateKind } from '../../../ui/desk/state'

/** What a list of households is called; of a year where it is one of a year's. */
export const viewNames: Record<BookView, string> = {
  in: '在项目里的户',
  agreed: '在股的户',
  joined: '等签协议的户',
  listed: '分红表上有、没登记协议的户',
  waiting: '等另一个人批的户',
  returning: '退出了、等退本金的户',
  left: '退清了的户',
  untold: '离开名册、还没告知的户',
  due: '应分红的户',
  paid: '分到红的户',
  outstanding: '分红没发齐的户',
  surplus: '分红多发的户',
}

/** 10%, 8.5%. */
export const sayRate = (rate: number): string => `${rate / 100}%`

export const stateOfScheme = ({ state }: SchemeRow): { kind: StateKind; words: string } =>
  state === undefined
    ? { kind: 'needs-you', words: '分红表上有，没登记' }
    : {
        kind: { asked: 'needs-you', changing: 'needs-you', running: 'done', refused: 'ended', ended: 'ended' }[state] as StateKind,
        words: schemeStateNames[state],
      }

const kinds: Record<MembershipState, StateKind> = {
  listed: 'waiting',
  joined: 'waiting',
  signing: 'needs-you',
  member: 'done',
  sharing: 'needs-you',
  correcting: 'needs-you',
  leaving: 'needs-you',
  returning: 'waiting',
  left: 'ended',
  dropped: 'ended',
}

/** Where a household stands; what is late, or has to be told first, says so. */
export function stateOfMember({ state, off, returning }: SchemeMemberRow): { kind: StateKind; words: string } {
  if (returning?.late) return { kind: 'needs-you', words: '退本金 · 过期了' }
  if (off && off.toldOn === undefined && isIn(state))
    return { kind: 'needs-you', words: `${membershipStateNames[state]} · 离开名册，没告知` }
  return { kind: kinds[state], words: membershipStateNames[state] }
}

/** Until when the principal is to be back. */
export const sayReturning = ({ returning }: SchemeMemberRow, today: Day): string | undefined =>
  returning &&
  (returning.dueOn === undefined
    ? `${returning.workingDays} 个工作日里退；放假安排没有公布，哪天算不出，最迟不晚于${sayDay(returning.latest, today)}${returning.late ? '，过了' : ''}`
    : `最晚${sayDay(returning.dueOn, today)}退还${returning.late ? '，过了' : ''}`)

const others = { farmer: '本人', relative: '家人', villager: '村民', itself: '系统' } as const

/** What waits for a second person. */
export function sayWanted({ on, amountFen, instead }: NonNullable<SchemeMemberFile['wanted']>): string {
  const is = `${sayWhen(on)} ${yuan(amountFen)} 元`
  const what = instead ? `${sayWhen(instead.on)} ${yuan(instead.amountFen)} 元，改成${amountFen === 0 ? '没有收过' : is}` : `收本金 ${is}`
  return `等批准：${what}。批准以前不算数，要另一个人来批。`
}

/** Whoever signed is not there any more: what stays, and who may sign instead. */
export function saySignerGone({ signer, signers }: SchemeMemberFile): string {
  const { died, on } = signer?.gone ?? { died: false }
  const what = died ? `${on ? sayWhen(on) : ''}去世了` : '到了别的户'
  const next =
    signers.length > 0
      ? `请家里的成年人改签（${signers.map(({ who }) => who).join('、')}都可以），办好了记下来。`
      : '家里没有别的成年人，请和监护人、继承人商量好再改签。'
  return `签协议的${signer?.who ?? ''}${what}。入股照旧，分红照发。${next}`
}

/** Who did what, in one line. */
export function sayEvent({ act, by, on, amountFen }: SchemeHistoryLine): string {
  const names: Record<string, string> = { ...schemeActNames, ...membershipActNames, returned: '本金退清', follow: '跟着户走' }
  const who = by.as === 'staff' ? `${by.name}（${by.agency}${by.role ? roleNames[by.role] : ''}）` : others[by.as]
  const more = [
    on && sayWhen(on),
    amountFen !== undefined && `${act === 'approve' && amountFen < 0 ? '本金少了 ' : ''}${yuan(Math.abs(amountFen) as Fen)} 元`,
  ]
    .filter(Boolean)
    .join('，')
  return `${who}：${names[act]}${more === '' ? '' : `（${more}）`}`
}
