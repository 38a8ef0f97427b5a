import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { pressable } from './press'

/** Tap to call. The phone itself asks before it dials. */
export const CallButton = ({ id, phone, whom }: { id?: string; phone: string; whom: string }) => (
  <View
    {...pressable()}
    id={id}
    className="call"
    aria-label={`拨打${whom}的电话`}
    onClick={() => {
      Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)
    }}
  >
    <View className="call__glyph" aria-hidden="true" />
    拨打
  </View>
)
