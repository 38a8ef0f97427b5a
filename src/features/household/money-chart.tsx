import { View } from '@tarojs/components'
import type { PaymentLine } from '#contract/household'
import type { Day } from '#domain/dates'
import { sayMonth } from '#domain/dates'
import { byMonth } from '#domain/ledger'
import { yuan } from '#domain/money'
import { Bars } from '../../ui/bars'

const months = 12

/** Due (outline) and credited (filled) month by month, with the same in words. */
export function MoneyChart({ lines, day }: { lines: readonly PaymentLine[]; day: Day }) {
  const sums = byMonth(lines, day, months)
  const total = (of: 'dueFen' | 'creditedFen') => yuan(sums.reduce((sum, month) => sum + month[of], 0))
  const inWords = sums
    .filter(({ dueFen }) => dueFen > 0)
    .map(({ month, dueFen, creditedFen }) => `${sayMonth(month, day)}应到 ${yuan(dueFen)} 元，已到 ${yuan(creditedFen)} 元`)
  return (
    <View className="chart">
      <View className="chart__sum">{`近 12 个月应到 ${total('dueFen')} 元，已到 ${total('creditedFen')} 元`}</View>
      <Bars
        bars={sums.map(({ month, dueFen, creditedFen }) => ({ label: String(Number(month.slice(5))), whole: dueFen, part: creditedFen }))}
        words={`近 12 个月：${inWords.join('；')}。`}
      />
      <View className="chart__key" aria-hidden="true">
        <View className="chart__sample chart__sample--part" />已到
        <View className="chart__sample chart__sample--whole" />未到
        <View className="chart__unit">下面的数字是月份</View>
      </View>
    </View>
  )
}
