import { View } from '@tarojs/components'
import type { OwnMoney } from '#contract/household/own-money'
import type { Day } from '#domain/time/dates'
import { fen, yuan } from '#domain/money/money'
import { Card } from '../../../../ui/read/card'
import { Icon } from '../../../../ui/read/icon'

type Year = OwnMoney['years'][number]

const nameOf = ({ year }: Year, day: Day): string => (year === Number(day.slice(0, 4)) ? `今年（${year}年）` : `去年（${year}年）`)

/** 今年该领 6,840 元，到账 6,270 元，还没到 570 元。 */
export const sayYear = (of: Year, day: Day): string => `${nameOf(of, day)}${saySum(of)}`

function saySum(of: Year): string {
  const open = fen(of.dueFen - of.cameFen)
  return `该领 ${yuan(of.dueFen)} 元，到账 ${yuan(of.cameFen)} 元${open > 0 ? `，还没到 ${yuan(open)} 元` : ''}。`
}

/** A year's money in all and by programme; nothing of a year without any. */
export const YearCard = ({ of, day }: { of: Year; day: Day }) =>
  of.programmes.length === 0 ? null : (
    <Card title={nameOf(of, day)}>
      <View id={`year-${of.year}`} className="say__sum">
        {saySum(of)}
      </View>
      {of.programmes.map(({ programme, name, icon, dueFen, cameFen }) => (
        <View key={programme} className="payment">
          <Icon name={icon ?? 'grant'} />
          <View className="payment__words">
            <View className="payment__top">
              <View className="payment__name">{name}</View>
              <View className="money">{`${yuan(cameFen)} 元`}</View>
            </View>
            {cameFen !== dueFen && (
              <View className="payment__period">
                {cameFen < dueFen ? `该领 ${yuan(dueFen)} 元，还没到 ${yuan(fen(dueFen - cameFen))} 元` : `该领 ${yuan(dueFen)} 元`}
              </View>
            )}
          </View>
        </View>
      ))}
    </Card>
  )
