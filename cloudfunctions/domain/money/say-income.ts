import type { CountedIncome } from './income'
import type { Hardship } from './hardship'
import type { LineOn, Standing } from './income-lines'
import { sayWhen } from '../time/dates'
import { yuan, type Fen } from './money'

/** An income in the words of whoever works with it. What is not known is said to be missing, and never that somebody does not fit. */

const per = { month: '每人每月', year: '每人每年' } as const
const share = (of: LineOn, fen: Fen): string => `${per[of.per]} ${yuan(fen)} 元`

/** 缺工资性收入、一起生活的人数，算不出. */
const sayMissing = (missing: readonly string[]): string => `缺${missing.join('、')}，算不出`

/** The parts, as 12,000 元 or 没有人说, and what they come to. */
export function saySum({ sum, total, missing }: CountedIncome): { name: string; says: string }[] {
  const parts = sum.map(({ name, amountFen, takenOff }) => ({
    name: takenOff ? `减：${name}（不算收入）` : name,
    says: amountFen === undefined ? '没有说' : `${takenOff ? '−' : ''}${yuan(amountFen)} 元`,
  }))
  if (!total) return [...parts, { name: '合计', says: sayMissing(missing) }]
  const { incomeFen, people } = total
  const [aYear, aMonth] = [people, people * 12].map((shares) => Math.floor(incomeFen / shares) as Fen)
  return [
    ...parts,
    { name: '合计', says: `${yuan(incomeFen)} 元` },
    { name: '一起生活的人', says: `${people} 人` },
    { name: '平均', says: `每人每年 ${yuan(aYear!)} 元，每人每月 ${yuan(aMonth!)} 元` },
  ]
}

/** 每人每月 886 元（2020年12月31日起）; a number that nobody has checked says so. */
export const sayLimit = (on: LineOn | undefined): string =>
  on === undefined ? '这一天还没有标准' : `${share(on, on.limitFen)}（${sayWhen(on.since)}起${on.unverified ? '，数待核对' : ''}）`

/** 差 120 元, 高出 35 元, 正好到线. */
export function sayStanding({ on, own }: Standing, { missing }: CountedIncome): string {
  if (missing.length > 0) return sayMissing(missing)
  if (!on || !own) return '没有标准，没法比'
  if (own.standing === 'at') return '正好到线'
  if (own.gapFen === 0) return '高出不到 1 分'
  return `${own.standing === 'below' ? '差' : '高出'} ${yuan(own.gapFen)} 元`
}

/** How the grant comes about, as a sum that can be done again by hand. */
export function sayGrant(on: LineOn | undefined, grantFen: Fen | undefined, { missing, total }: CountedIncome): string {
  if (missing.length > 0) return sayMissing(missing)
  if (!on || grantFen === undefined || !total) return '没有标准，算不出'
  if (grantFen === 0) return '人均收入不低于标准，按标准补的钱是 0 元'
  const standard = on.per === 'month' ? `${yuan(on.limitFen)}` : `${yuan(on.limitFen)} ÷ 12`
  return `（${standard} − ${yuan(total.incomeFen)} ÷ ${total.people} 人 ÷ 12 个月）× ${total.covered} 人 = 每月 ${yuan(grantFen)} 元`
}

/** 看病自付 8,000 元、上学 2,000 元，共 10,000 元，超过收入的 50%. `name`: of the category. */
export function sayHardship(name: string, { rule, spent, missing, found }: Hardship, lineName: string | undefined): string {
  if (!found) return sayMissing(missing)
  const parts = spent.map((one) => `${one.name} ${yuan(one.amountFen!)} 元`).join('、')
  const over = `${found.over ? '超过' : '没有超过'}收入的 ${rule.overPercent}%`
  const within = lineName === undefined ? '' : `，收入${found.within ? '在' : '不在'}${lineName}以内`
  const left = found.leftFen < 0 ? '花的比收的多' : `除去这些，每人每月剩 ${yuan(found.leftFen)} 元`
  return `${parts}，共 ${yuan(found.spentFen)} 元，${over}${within}；${left}。${found.meets ? `够得上${name}` : `按这些数够不上${name}`}${rule.unverified ? '（比例待核对）' : ''}`
}
