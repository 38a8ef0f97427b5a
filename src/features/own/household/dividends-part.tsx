import { View } from '@tarojs/components'
import type { DividendLine, SchemeLine } from '#contract/household/actions'
import { yuan } from '#domain/money/money'
import type { Day } from '#domain/time/dates'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Icon } from '../../../ui/read/icon'
import { Money } from '../../../ui/read/money'
import { SchemeLines } from './scheme-lines'
import { saySaid } from './says'

interface Props {
  lines: readonly DividendLine[]
  schemes: readonly SchemeLine[] | undefined
  day: Day
}

/** What the household has in pooled schemes, and what they paid out. */
export const DividendsPart = ({ lines, schemes = [], day }: Props) => (
  <Card title="分红">
    <SchemeLines lines={schemes} day={day} />
    {lines.length === 0 && schemes.length === 0 && <Empty>还没有抱团增收的分红。入了股、分了红，这里会写明哪一年、多少钱。</Empty>}
    {lines.map((line) => (
      <View key={`${line.scheme} ${line.year}`} className="payment">
        <Icon name="dividend" />
        <View className="payment__words">
          <View className="payment__top">
            <View className="payment__name">{line.scheme}</View>
            <Money fen={line.dividendFen} />
          </View>
          <View className="payment__period">{`${line.year}年分红 · 本金 ${yuan(line.principalFen)} 元`}</View>
          {line.said && <View className="payment__period">{saySaid(line.said, '分红表', day)}</View>}
        </View>
      </View>
    ))}
  </Card>
)
