import { View } from '@tarojs/components'
import type { HouseholdFile } from '#contract/household'
import { go, paths } from '../../services/paths'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Row } from '../../ui/row'

/** What the household enjoys; each leads to the article that explains it, where there is one. */
export const PoliciesPart = ({ policies }: { policies: NonNullable<HouseholdFile['policies']> }) => (
  <Card title="享受的政策">
    {policies.length === 0 && <Empty>还没有享受的政策。能领什么，可以先看看政策，再问村里。</Empty>}
    {policies.map(({ programme, name, article }) =>
      article === undefined
        ? <View key={programme} className="row row--still"><View className="row__title">{name}</View></View>
        : <Row key={programme} id={`policy-${programme}`} onPress={() => go(paths.article(article))}>{name}</Row>,
    )}
  </Card>
)
