import { View } from '@tarojs/components'
import type { PlacePage } from '#contract/bulletin/actions'
import { sayMonth } from '#domain/time/dates'
import { today } from '../../../services/wire/clock'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { sayCount, sayPaid } from './says'

/** 我们村: how many, and what came this month; names and small numbers are not told. */
export function TotalsPart({
  totals: { people, households, byCategory, pairedHouseholds, programmes, month },
}: {
  totals: PlacePage['totals']
}) {
  if (people === 0)
    return (
      <Card title="我们村">
        <Empty>村里现在没有在册的低收入农户。家里有困难，到村便民服务中心说一声，村里帮着填表。</Empty>
      </Card>
    )
  return (
    <Card title="我们村">
      <Line name="低收入农户" says={`${sayCount(households, '户')}，${sayCount(people, '人')}`} />
      {byCategory
        .filter((one) => one.households !== 0)
        .map(({ name, households: some }) => (
          <Line key={name} name={name} says={sayCount(some, '户')} />
        ))}
      <Line name="有干部结对帮" says={sayCount(pairedHouseholds, '户')} />
      <View className="totals__month">
        <Heading level={3}>{`${sayMonth(month, today())}到账的钱`}</Heading>
      </View>
      {programmes.length === 0 && <Empty>这个月的钱还没有到。到了以后，这里写有多少人领、一共多少钱，不写名字。</Empty>}
      {programmes.map((paid) => (
        <Line key={paid.name} name={paid.name} says={sayPaid(paid)} />
      ))}
      <View className="totals__small">不到 5 户、5 人的只写“少于 5”，免得猜出是谁家。</View>
    </Card>
  )
}

const Line = ({ name, says }: { name: string; says: string }) => (
  <View className="totals__line">
    <View className="totals__name">{name}</View>
    <View className="totals__says">{says}</View>
  </View>
)
