import { View } from '@tarojs/components'
import { Heading } from '../../../ui/read/heading'

/** Which of the three steps this is, and what it is about. */
export const Step = ({ number, children }: { number: 1 | 2; children: string }) => (
  <View className="file-top">
    <Heading level={1}>{children}</Heading>
    <View className="file-top__where">{`三步绑定 · 第 ${number} 步`}</View>
  </View>
)
