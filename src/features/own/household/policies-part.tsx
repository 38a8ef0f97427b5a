import { View } from '@tarojs/components'
import type { DividendLine, HouseholdFile, PaymentLine } from '#contract/household/actions'
import type { Day } from '#domain/time/dates'
import { sayState } from '#domain/money/ledger'
import { yuan } from '#domain/money/money'
import { go, paths } from '../../../services/pages/paths'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Icon } from '../../../ui/read/icon'
import { Row } from '../../../ui/read/row'

interface Props {
  policies: NonNullable<HouseholdFile['policies']>
  /** Where the caller sees them: then each policy says how much it last was, and where that money stands. */
  money: readonly PaymentLine[] | undefined
  dividends: readonly DividendLine[] | undefined
  day: Day
}

/** What the household enjoys; each leads to the article that explains it, where there is one. */
export const PoliciesPart = ({ policies, money = [], dividends = [], day }: Props) => (
  <Card title="享受的政策">
    {policies.length === 0 && <Empty>还没有享受的政策。能领什么，可以先看看政策，再问村里。</Empty>}
    {policies.map(({ programme, name, icon = 'grant', article }) => {
      const last = newest(money, programme)
      const note = last
        ? `${last.period} ${yuan(last.dueFen)} 元，${sayState(last, day)}`
        : programme === 'dividend' && dividends[0]
          ? `${dividends[0].year}年 ${yuan(dividends[0].dividendFen)} 元`
          : undefined
      return article === undefined ? (
        <View key={programme} className="row row--still">
          <Icon name={icon} />
          <View className="row__words">
            <View className="row__title">{name}</View>
            {note && <View className="row__note">{note}</View>}
          </View>
        </View>
      ) : (
        <Row key={programme} id={`policy-${programme}`} icon={icon} note={note} onPress={() => go(paths.article(article))}>
          {name}
        </Row>
      )
    })}
  </Card>
)

const newest = (money: readonly PaymentLine[], programme: string): PaymentLine | undefined =>
  money.reduce<PaymentLine | undefined>(
    (last, line) => (line.programme === programme && (!last || line.month > last.month) ? line : last),
    undefined,
  )
