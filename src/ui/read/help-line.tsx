import { View } from '@tarojs/components'
import { CallButton } from '../act/call-button'
import { Card } from './card'

/** 有困难找谁, with one tap to call. */
export const HelpLine = ({ label, phone }: { label: string; phone: string }) => (
  <Card title="有困难找谁">
    <View className="helper">
      <View className="helper__words">
        <View className="helper__name">{label}</View>
        <View className="helper__unit">{phone}</View>
      </View>
      <CallButton id="call-help" phone={phone} whom={label} />
    </View>
  </Card>
)
