import type { Counted, PlacePage } from '#contract/bulletin/actions'
import type { Day } from '#domain/time/dates'
import { isDay, sayDay, sayMonth } from '#domain/time/dates'
import { yuan } from '#domain/money/money'

type Notice = PlacePage['notices'][number]
type Paid = PlacePage['totals']['programmes'][number]

/** 12 户; one to four are not told apart. */
export const sayCount = (count: Counted, unit: string): string => (count === 'few' ? `少于 5 ${unit}` : `${count} ${unit}`)

/** 31 人领到，共 23,622 元. */
export const sayPaid = ({ receivers, creditedFen }: Paid): string =>
  `${sayCount(receivers, '人')}领${creditedFen === undefined ? '' : `，共 ${yuan(creditedFen)} 元`}`

/** What was decided: 列为低保户, 退出低保户. */
export function sayNotice({ kind, category, showing }: Notice): string {
  const name = category ?? '低收入农户'
  return `${showing ? '打算' : ''}${kind === 'entry' ? `列为${name}` : kind === 'exit' ? `不再是${name}` : `改为${name}`}`
}

/** A notice's day, or its month where no more is known. */
export const sayWhen = ({ on, showing }: Notice, today: Day): string => {
  if (showing) return `还没有定，公示到${sayDay(showing.until, today)}`
  return isDay(on) ? sayDay(on, today) : sayMonth(on, today)
}
