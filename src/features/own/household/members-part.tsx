import { View } from '@tarojs/components'
import type { HouseholdFile } from '#contract/household/actions'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import type { MarkOf } from './mark-of'

export const MembersPart = ({ members, mark }: { members: NonNullable<HouseholdFile['members']>; mark: MarkOf | undefined }) => (
  <Card title="家里人">
    {members.length === 0 && <Empty>名册上还没有家里人。请到村便民服务中心登记。</Empty>}
    <View className="members">
      {members.map(({ name, relation, left }, i) => (
        <View key={i} className={`members__one${mark ? ' members__one--marked' : ''}`}>
          <View className="members__name">{name}</View>
          {mark?.('name', i)}
          <View className="members__relation">{left ? `${relation} · ${left.died ? '已故' : '已退出名册'}` : relation}</View>
          {mark?.('alive', i)}
        </View>
      ))}
    </View>
  </Card>
)
