import type { DueRule } from '../../county/due-rules'
import { categoryName, type CategoryRule } from '../../county/categories'
import { fen, sumFen, yuan, type Fen } from '../money'
import { sayWhen, type Month } from '../../time/dates'
import { amountOn, type AmountFact, type DueRecord } from './facts'
import type { MonthIs } from './month'
import type { Standing } from './standing'

/** What a month comes to, in 分; 0 where nothing is due; nothing where it cannot be told: a household without an amount. */
export interface MonthAmount {
  month: Month
  fen: Fen
  /** By what, of one that is due: 名册上是低保户. */
  by: string
  /** The same as a sum: 每月 800 元. */
  each: string
  records: DueRecord[]
}

interface Asked {
  county: { categories: readonly CategoryRule[] }
  rule: DueRule
  amounts: readonly AmountFact[]
}

/** What one month of a programme is worth to whoever stands like this. */
export function monthAmount({ county, rule, amounts }: Asked, month: Month, standing: Standing): MonthAmount | undefined {
  const by = sayStanding(county, rule, standing)
  if (rule.amount.by === 'register') {
    const said = amountOn(amounts, month)
    if (!said) return undefined
    return { month, fen: said.fen, by, each: `每月 ${yuan(said.fen)} 元`, records: [...standing.records, said.record] }
  }
  if (rule.amount.by !== 'rates') return undefined
  const { rates, forEach = 'household', per } = rule.amount
  const rate = rates.find(
    ({ categories, grades }) =>
      (!categories || (standing.category !== undefined && categories.includes(standing.category))) &&
      (!grades || (standing.disability?.grade !== undefined && grades.includes(standing.disability.grade))),
  )
  if (!rate) return { month, fen: fen(0), by, each: '没有这一等的标准', records: standing.records }
  const times = forEach === 'member' ? standing.people : 1
  const each = `${per === 'month' ? '每月' : '一期'} ${yuan(rate.fen)} 元`
  return {
    ...{ month, fen: fen(rate.fen * times), by, records: standing.records },
    each: forEach === 'member' ? `${times} 人，每人${each}` : each,
  }
}

/** By what of a standing somebody is due: only what the rule asks for, and never what kind of disability it is. */
function sayStanding(county: Asked['county'], { to, amount }: DueRule, { category, age, disability }: Standing): string {
  const asksGrade = to.disability ?? (amount.by === 'rates' && amount.rates.some(({ grades }) => grades))
  const words = [
    to.categories && category !== undefined && `名册上是${categoryName(county, category)}`,
    asksGrade && disability?.grade !== undefined && `${disability.grade}残疾`,
    to.age?.from !== undefined && age !== undefined && `满 ${to.age.from} 周岁`,
    to.age?.from === undefined && to.age?.until !== undefined && `不满 ${to.age.until + 1} 周岁`,
    to.pupil && '学校名单上在读',
  ]
  return words.filter(Boolean).join('，')
}

const endWords = { died: '去世', exited: '退出名册', movedOut: '迁出本县', changed: '不再符合条件' } as const

/** 2026年8月17日去世以后不发. */
export const sayEnded = ({ how, on }: NonNullable<MonthIs['ended']>): string => `${sayWhen(on)}${endWords[how]}，以后不发`

/** What months have in common as a sum: 名册上是低保户，每月 800 元，3 个月; otherwise month by month. */
export function sayMonths(months: readonly MonthAmount[], whole: number): string {
  const [first] = months
  if (!first) return ''
  const groups: MonthAmount[][] = []
  for (const one of months) {
    const last = groups.at(-1)?.[0]
    if (last && last.each === one.each && last.by === one.by) groups.at(-1)!.push(one)
    else groups.push([one])
  }
  if (groups.length === 1) return [first.by, first.each, whole > 1 && `${months.length} 个月`].filter(Boolean).join('，')
  const said = groups.map((group) => {
    const [from, until] = [Number(group[0]!.month.slice(5)), Number(group.at(-1)!.month.slice(5))]
    const words = [group[0]!.by, group[0]!.each].filter(Boolean).join('，')
    return `${from === until ? `${from}月` : `${from}月至${until}月`}${words}`
  })
  return said.join('；')
}

export const sumOf = (months: readonly MonthAmount[]): Fen => sumFen(months.map((one) => one.fen))
