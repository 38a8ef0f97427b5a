import { View } from '@tarojs/components'
import type { IncomeLine } from '#contract/household/income'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'

/** What was said of the household's income: how it comes to its sum, and how it stands to each line; of older statements the sum only. */
export const IncomePart = ({ statements: [newest, ...older] }: { statements: readonly IncomeLine[] }) => (
  <Card title="收入">
    {newest ? <Newest of={newest} /> : <Empty>还没有登记过家里的收入。入户核查的时候会问，问到了写在这里。</Empty>}
    {older.map(({ id, months, said, sum }) => (
      <View key={id} className="income__older">
        {`${months}：${sum.find(({ name }) => name === '平均')?.says ?? sum.at(-1)?.says ?? ''}（${said}）`}
      </View>
    ))}
  </Card>
)

const Newest = ({ of: { months, said, sum, lines, more, old, evidence } }: { of: IncomeLine }) => (
  <>
    <View className="payment__period">{`${months}，${said}`}</View>
    {old && <View className="income__old">这是一年以前的收入了，现在的还没有登记。</View>}
    {sum.map(({ name, says }, i) => (
      <View key={i} className="income__line">
        <View className="income__name">{name}</View>
        <View className="income__says">{says}</View>
      </View>
    ))}
    {evidence && <View className="payment__period">{`根据：${evidence}`}</View>}
    <View className="income__lines">
      <Heading level={3}>和几条线比</Heading>
    </View>
    {lines.map(({ id, name, limit, says, standing }) => (
      <View key={id} className="income__line">
        <View className="income__name">
          {name}
          <View className="payment__period">{limit}</View>
        </View>
        <View className={`income__says income__says--${standing}`}>{says}</View>
      </View>
    ))}
    {more.map(({ name, says }) => (
      <View key={name} className="income__more">
        <View className="income__name">{name}</View>
        <View>{says}</View>
      </View>
    ))}
    <View className="payment__period">这里只是按登记的数算的。够不够条件，要入户核查、公示，由两个人定。</View>
  </>
)
