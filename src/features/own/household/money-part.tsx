import { useState } from 'react'
import { View } from '@tarojs/components'
import type { PaymentLine } from '#contract/household/actions'
import type { Day, Month } from '#domain/time/dates'
import { monthOf, sayMonth } from '#domain/time/dates'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { Link } from '../../../ui/act/link'
import { MoneyChart } from './money-chart'
import { PaymentRow, type Reader } from './payment-row'

interface Props {
  lines: readonly PaymentLine[]
  day: Day
  as: Reader
  /** Opens all of it on a page of its own, from where 返回 leads back to the file; without it (at a desk) it unfolds here. */
  onDetails: (() => void) | undefined
}

/** Twelve months as columns; below them the newest month and whatever is still missing; the rest behind 看明细. */
export function MoneyPart({ lines, day, as, onDetails }: Props) {
  const [all, setAll] = useState(false)
  if (lines.length === 0)
    return (
      <Card title="钱">
        <Empty>近 12 个月没有发放记录。有钱要发的时候，这里会写明几月几日、多少钱、到没到账。</Empty>
      </Card>
    )
  const groups = byMonthNewestFirst(lines)
  const [newest] = groups[0]!
  const shown = all
    ? groups
    : groups.map(([month, ofMonth]) => [month, month === newest ? ofMonth : ofMonth.filter(({ state }) => state !== 'credited')] as const)
  const hidden = lines.length - shown.reduce((count, [, ofMonth]) => count + ofMonth.length, 0)
  return (
    <Card
      title="钱"
      aside={
        (all || hidden > 0 || as === 'own') && (
          <Link id="details" onPress={onDetails ?? (() => setAll(!all))}>
            {all ? '收起' : '看明细'}
          </Link>
        )
      }
    >
      <MoneyChart lines={lines} day={day} />
      <Months months={shown} day={day} as={as} onTell={as === 'own' ? onDetails : undefined} />
    </Card>
  )
}

/** Every payment, month by month. */
export const AllPayments = ({ lines, day, as }: Omit<Props, 'onDetails'>) => (
  <Card>
    <Months months={byMonthNewestFirst(lines)} day={day} as={as} onTell={undefined} />
  </Card>
)

interface Shown extends Pick<Props, 'day' | 'as'> {
  months: readonly (readonly [Month, readonly PaymentLine[]])[]
  /** Where the person themselves says that something has not come. */
  onTell: (() => void) | undefined
}

const Months = ({ months, day, as, onTell }: Shown) => (
  <>
    {months
      .filter(([, ofMonth]) => ofMonth.length > 0)
      .map(([month, ofMonth]) => (
        <View key={month} className="month">
          <Heading level={3}>{month === monthOf(day) ? '本月' : sayMonth(month, day)}</Heading>
          {ofMonth.map((line) => (
            <PaymentRow key={line.id} line={line} day={day} as={as}>
              {onTell && line.state !== 'credited' && !line.retriedIn && !line.told && (
                <Link id={`tell-${line.id}`} onPress={onTell}>
                  没收到？说一声
                </Link>
              )}
            </PaymentRow>
          ))}
        </View>
      ))}
  </>
)

function byMonthNewestFirst(lines: readonly PaymentLine[]): [Month, PaymentLine[]][] {
  const groups = new Map<Month, PaymentLine[]>()
  for (const line of lines) groups.set(line.month, [...(groups.get(line.month) ?? []), line])
  return [...groups].sort(([a], [b]) => b.localeCompare(a))
}
