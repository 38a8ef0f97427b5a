import { View } from '@tarojs/components'

const widths = ['70%', '100%', '92%', '45%']

/** The outline of what is coming, and a word about it. */
export const Waiting = ({ words = '正在打开…' }: { words?: string }) => (
  <View className="waiting" role="status">
    <View className="waiting__words">{words}</View>
    {widths.map((width) => (
      <View key={width} className="waiting__line" style={{ width }} aria-hidden="true" />
    ))}
  </View>
)
