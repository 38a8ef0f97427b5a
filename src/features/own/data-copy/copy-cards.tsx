import { View } from '@tarojs/components'
import type { DataCopy } from '#contract/household/farmer'
import { sayMoment } from '../../../services/wire/clock'
import { takeAwayWays, takenWords } from '../../../services/share/take-away'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Notice } from '../../../ui/read/notice'
import { useTakeAway } from './use-copy'

/** What is kept, section by section, each with where it came from; and taking it all away. */
export function CopyCards({ copy }: { copy: DataCopy }) {
  const take = useTakeAway(copy)
  return (
    <>
      <Card>
        <View className="choices">
          <View className="choices__words">{`这是小康码里记着的、关于您和您家的全部内容，${sayMoment(Date.parse(copy.madeAt))}做的。身份证号、卡号、电话只露一部分。`}</View>
          {take.isSuccess && <Notice id="copy-taken">{takenWords}</Notice>}
          {takeAwayWays.map(({ id, label }, i) => (
            <Button key={id} id={`take-copy-${id}`} kind={i === 0 ? 'main' : 'second'} onPress={() => take.mutate(id)}>
              {label}
            </Button>
          ))}
          {take.error && <Notice kind="wrong">这部手机不让拿走。请截图，或到村便民服务中心打印一份。</Notice>}
        </View>
      </Card>
      {copy.sections.map(({ id, title, source, rows }) => (
        <Card key={id} title={title}>
          <View className="payment__period">{`来自${source}`}</View>
          {rows.length === 0 && <Empty>还没有记录。有了以后，会写在这里。</Empty>}
          {rows.map(({ label, value }, i) => (
            <View key={i} className="payment">
              <View className="payment__words">
                <View className="payment__period">{label}</View>
                <View>{value}</View>
              </View>
            </View>
          ))}
        </Card>
      ))}
    </>
  )
}
