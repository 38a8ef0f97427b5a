import { View } from '@tarojs/components'
import type { Privacy } from '#contract/bulletin/actions'
import { CallButton } from '../../../ui/act/call-button'
import { Card } from '../../../ui/read/card'

/** 隐私说明: what is kept, why, who sees it, what one may ask; then how long each thing is kept. */
export const PrivacyNotice = ({ notice: { updatedOn, sections, kept, helpLine } }: { notice: Privacy }) => (
  <>
    {sections.map(({ title, lines }) => (
      <Card key={title} title={title}>
        {lines.map((line) => (
          <View key={line} className="sentence">
            {line}
          </View>
        ))}
      </Card>
    ))}
    <Card title="存多久">
      {kept.map(({ id, what, howLong, why }) => (
        <View key={id} className="sentence">
          <View>
            <View className="kept__what">{`${what}：${howLong}`}</View>
          </View>
          <View className="kept__why">{why}</View>
        </View>
      ))}
    </Card>
    <Card title="有话要问">
      <CallButton phone={helpLine.phone} whom={helpLine.label} />
    </Card>
    <View className="footnote">{`${updatedOn} 起用这一份`}</View>
  </>
)
