import { outstandingNames, surplusNames } from '#domain/money/claims'
import { yuan } from '#domain/money/money'
import type { Reconciled } from '#domain/money/reconcile-facts'
import { daysBetween, sayDay, type Day } from '#domain/time/dates'

/** Why each yuan of a due is where it is, one sentence each. */
export function sayClaim(
  { dueFen, creditedFen, outstanding, surplus, recoveredFen, disputed, creditedOn }: Reconciled,
  today: Day,
): string[] {
  const since = (day: Day | null) => (day === null ? '' : `，${sayDay(day, today)}起${daysFrom(day, today)}`)
  return [
    `该发 ${yuan(dueFen)} 元，${creditedFen === 0 ? '一分没有到账' : `到账 ${yuan(creditedFen)} 元${creditedOn ? `（${sayDay(creditedOn, today)}）` : ''}`}。`,
    ...outstanding.map((part) => `${yuan(part.fen)} 元没到：${outstandingNames[part.reason]}${since(part.since)}。`),
    ...surplus.map((part) => `${yuan(part.fen)} 元不该发或者发多了：${surplusNames[part.reason]}，还没有追回。`),
    ...(recoveredFen > 0 ? [`已经追回 ${yuan(recoveredFen)} 元。`] : []),
    ...(disputed ? ['农户说的和银行说的不一样，还没有答复他。'] : []),
  ]
}

const daysFrom = (since: Day, today: Day): string => (since < today ? `，${daysBetween(since, today)} 天了` : '')
