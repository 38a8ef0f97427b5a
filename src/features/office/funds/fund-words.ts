import type { MoneySums } from '#contract/supervision/money'
import { yuan } from '#domain/money/money'
import { sayMonth, type Day, type Month } from '#domain/time/dates'
import { sayMoment } from '../../../services/wire/clock'
import type { Filters } from './fund-filters'
import type { Row } from './group-sums'

/** 更新于 今天 08:10。 */
export const sayUpdated = ({ reconciledAt, counting }: MoneySums, today: Day): string =>
  [
    reconciledAt === undefined ? (counting ? '' : '这个月还没有对过账。') : `更新于 ${sayMoment(Date.parse(reconciledAt), today)}。`,
    counting ? '正在重新数，数好了自己会变。' : '',
  ].join('')

/** 应发 = 到账 + 没到, in a sentence. */
export const sayAll = ({ claims, dueFen, creditedFen, outstandingFen }: Row): string =>
  `${claims.toLocaleString('zh-CN')} 笔应发 ${yuan(dueFen)} 元 = 到账 ${yuan(creditedFen)} 元 + 没到 ${yuan(outstandingFen)} 元。`

/** Behind which number: 10月，南田镇，低保金，没到. `row`: what the row is called, where it is not the sum of all. */
export function sayBehind(
  { towns, programmes }: Pick<MoneySums, 'towns' | 'programmes'>,
  { month, programme, town }: Filters,
  { row, words, today }: { row: string | undefined; words: string; today: Day },
): string {
  const names = [row, towns.find(({ id }) => (id || 'none') === town)?.name, programmes.find(({ id }) => id === programme)?.name, words]
  return [...new Set([sayMonth(month, today), ...names].filter((name) => name !== undefined))].join('，')
}

/** Why there is nothing, and what to do. */
export function sayEmpty({ months, counting }: MoneySums, { month, programme, town }: Filters, today: Day): string {
  if (counting) return '正在数这个月的钱，数好了会出现在这里。'
  if (programme !== '' || town !== 'all') return '这样筛下来一笔也没有。把上面的项目、乡镇放宽再看。'
  const other: Month | undefined = months.find((one) => one !== month)
  return other
    ? `${sayMonth(month, today)}还没有该发的钱。请在上面选${sayMonth(other, today)}，或者到“收文件”里导入这个月的发放计划。`
    : '还没有本单位的钱。到“收文件”里导入发放计划和银行回执，对过账，就会出现在这里。'
}
