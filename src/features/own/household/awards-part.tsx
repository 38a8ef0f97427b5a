import { View } from '@tarojs/components'
import type { AwardLine } from '#contract/household/actions'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { sayPeriodShort } from '#domain/time/list-periods'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Icon } from '../../../ui/read/icon'
import { Money } from '../../../ui/read/money'

/** What departments' lists say the household is due; what has come of it stands with the money. */
export const AwardsPart = ({ lines, day }: { lines: readonly AwardLine[]; day: Day }) => (
  <Card title="名册上的补助">
    {lines.length === 0 ? (
      <Empty>各部门报来的名册上还没有您家的补助。报上名册以后，这里会写明是哪个单位、哪一期、多少钱。</Empty>
    ) : (
      <View className="payment__period">部门名册上是这样写的。钱到没到，看“钱”。</View>
    )}
    {lines.map((line) => (
      <View key={line.id} className="payment">
        <Icon name={line.icon ?? 'grant'} />
        <View className="payment__words">
          <View className="payment__top">
            <View className="payment__name">{`${line.agency || '部门'}名册上：${line.name}`}</View>
            <Money fen={line.amountFen} />
          </View>
          <View className="payment__period">
            {[sayPeriodShort(line.period, day), line.forWhom && `给${line.forWhom}`, line.facts].filter(Boolean).join(' · ')}
          </View>
          {line.source && <View className="payment__period">{sayWhere(line.source, day)}</View>}
        </View>
      </View>
    ))}
  </Card>
)

/** 来源：《残联_两项补贴.xls》“两项补贴”第 12 行，9月28日的名册 */
const sayWhere = ({ file, sheet, row, day: madeOn }: NonNullable<AwardLine['source']>, day: Day): string =>
  `来源：《${file}》“${sheet}”第 ${row} 行${madeOn === undefined ? '' : `，${sayDay(madeOn, day)}的名册`}`
