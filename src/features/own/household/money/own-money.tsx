import { useState } from 'react'
import { View } from '@tarojs/components'
import type { NotPlanned, OwnMoney as Money, OwnMoneyLine } from '#contract/household/own-money'
import { headline, spoken } from '#domain/money/ledger'
import type { Day, Month } from '#domain/time/dates'
import { monthOf, sayMonth } from '#domain/time/dates'
import { sayMoment, today } from '../../../../services/wire/clock'
import { Button } from '../../../../ui/act/button'
import { SpeakButton } from '../../../../ui/act/speak-button'
import { Card } from '../../../../ui/read/card'
import { Empty } from '../../../../ui/read/empty'
import { Heading } from '../../../../ui/read/heading'
import { Icon } from '../../../../ui/read/icon'
import { Money as Amount } from '../../../../ui/read/money'
import { Status } from '../../../../ui/read/status'
import { HeadlineWords } from '../headline-words'
import { ArrivalsCard } from './arrivals-card'
import { MoneyLine } from './money-line'
import { WhereFrom } from './where-from'
import { sayYear, YearCard } from './year-card'

/** So many months stand open; a press opens as many more. */
const atOnce = 3

/** 我的钱: what came and what is missing first; then month by month, each line with its three answers; then the years. */
export function OwnMoney({ money, proxyId }: { money: Money; proxyId: string | undefined }) {
  const { head, lines, notPlanned, years, updatedAt, arrivals } = money
  const [shown, setShown] = useState(atOnce)
  const now = today()
  const day = now > money.today ? now : money.today
  const first = headline(lines, day, money.today)
  const months = byMonth(lines)
  // Whoever was never asked is asked on top; afterwards it is a line below.
  const asks = typeof arrivals === 'object' && arrivals.left === undefined
  return (
    <>
      <View className="file-top">
        <Heading level={1}>{`${head}一家的钱`}</Heading>
        <View className="file-top__when">{`更新于 ${sayMoment(Date.parse(updatedAt), day)}`}</View>
      </View>
      <View className={`headline headline--${first.standing}`}>
        <HeadlineWords of={first} />
        <SpeakButton sentences={[...spoken(first), ...years.filter(({ dueFen }) => dueFen > 0).map((year) => sayYear(year, day))]} />
      </View>
      {asks && <ArrivalsCard arrivals={arrivals} />}
      {notPlanned.length > 0 && <NotPlannedCard lines={notPlanned} day={day} />}
      {months.length === 0 && (
        <Card>
          <Empty>今年和去年都没有发放记录。有钱要发的时候，这里会写明几月几日、多少钱，您可以说收没收到。</Empty>
        </Card>
      )}
      {months.slice(0, shown).map(([month, ofMonth], i) => (
        <Card key={month} title={month === monthOf(day) ? '本月' : sayMonth(month, day)}>
          {ofMonth.map((line) => (
            <MoneyLine key={line.id} line={line} day={day} proxyId={proxyId} atHand={i === 0 || line.state !== 'credited'} />
          ))}
        </Card>
      ))}
      {months.length > shown && (
        <View className="money-older">
          <Button id="older-months" kind="second" onPress={() => setShown(shown + atOnce)}>
            {`再看 ${Math.min(atOnce, months.length - shown)} 个月`}
          </Button>
        </View>
      )}
      {arrivals !== undefined && !asks && <ArrivalsCard arrivals={arrivals} />}
      {years.map((year) => (
        <YearCard key={year.year} of={year} day={day} />
      ))}
    </>
  )
}

/** Due by the rules, and in no plan yet. */
const NotPlannedCard = ({ lines, day }: { lines: readonly NotPlanned[]; day: Day }) => (
  <Card title="该发，还没有排进计划">
    {lines.map((line) => (
      <View key={line.id} className="payment">
        <Icon name={line.icon ?? 'grant'} />
        <View className="payment__words">
          <View className="payment__top">
            <View className="payment__name">{line.name}</View>
            <Amount fen={line.dueFen} />
          </View>
          <Status kind="waiting" words="等单位排进计划" />
          <View className="payment__period">
            {[sayMonth(line.month, day), line.forWhom && `给${line.forWhom}`].filter(Boolean).join(' · ')}
          </View>
          <WhereFrom of={line} day={day} />
        </View>
      </View>
    ))}
  </Card>
)

function byMonth(lines: readonly OwnMoneyLine[]): [Month, OwnMoneyLine[]][] {
  const months = new Map<Month, OwnMoneyLine[]>()
  for (const line of lines) months.set(line.month, [...(months.get(line.month) ?? []), line])
  return [...months].sort(([a], [b]) => b.localeCompare(a))
}
