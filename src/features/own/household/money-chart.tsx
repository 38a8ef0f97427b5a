import { View } from '@tarojs/components'
import type { PaymentLine } from '#contract/household/actions'
import type { Day } from '#domain/time/dates'
import { sayMonth } from '#domain/time/dates'
import { byMonth } from '#domain/money/ledger'
import { fen, sumFen, yuan } from '#domain/money/money'
import { Bars } from '../../../ui/read/bars'

const months = 12

/**
 * Credited (filled) of what was due (outline) month by month, with the same in words; a month in which the bank refused
 * something carries a sign, and is named below.
 */
export function MoneyChart({ lines, day }: { lines: readonly PaymentLine[]; day: Day }) {
  const sums = byMonth(lines, day, months)
  const total = (of: 'dueFen' | 'creditedFen') => sumFen(sums.map((month) => month[of]))
  const open = fen(total('dueFen') - total('creditedFen'))
  const inWords = sums
    .filter(({ dueFen }) => dueFen > 0)
    .map(
      ({ month, dueFen, creditedFen }) =>
        `${sayMonth(month, day)}到账 ${yuan(creditedFen)} 元${creditedFen < dueFen ? `，该领 ${yuan(dueFen)} 元` : ''}`,
    )
  const odd = sums.filter(({ refusedFen }) => refusedFen > 0).reverse()
  return (
    <View className="chart">
      <View className="chart__sum">{`近 12 个月到账 ${yuan(total('creditedFen'))} 元${open > 0 ? `，还没到 ${yuan(open)} 元` : ''}`}</View>
      <Bars
        bars={sums.map(({ month, dueFen, creditedFen, refusedFen }) => ({
          label: `${Number(month.slice(5))}月`,
          whole: dueFen,
          part: creditedFen,
          odd: refusedFen > 0,
        }))}
        words={`近 12 个月：${inWords.join('；')}。`}
      />
      <View className="chart__key" aria-hidden="true">
        <View className="chart__sample chart__sample--part" />
        到账
        <View className="chart__sample chart__sample--whole" />
        没到
      </View>
      {odd.length > 0 && (
        <View className="chart__odd" aria-hidden="true">
          {odd.map(({ month, refusedFen }) => `! ${sayMonth(month, day)}差 ${yuan(refusedFen)} 元`).join('　')}
        </View>
      )}
    </View>
  )
}
