import { View } from '@tarojs/components'
import { county } from '../../../services/built-in/county'
import { CallButton } from '../../../ui/act/call-button'
import { Card } from '../../../ui/read/card'

const { phone } = county.reports

/** For those who would rather talk. */
export const TalkInstead = () => (
  <Card title="想直接说">
    <View className="helper">
      <View className="helper__words">
        <View className="helper__name">纪检监察举报电话</View>
        <View className="helper__unit">{phone}</View>
      </View>
      <CallButton id="call-report" phone={phone} whom="纪检监察机关" />
    </View>
  </Card>
)
