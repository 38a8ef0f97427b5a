import { View } from '@tarojs/components'

const corners = ['a', 'b', 'c', 'd'] as const

/** The viewfinder on the big button, from borders alone. */
export const ScanFrame = () => (
  <View className="scan__frame" aria-hidden="true">
    {corners.map((corner) => (
      <View key={corner} className={`scan__corner scan__corner--${corner}`} />
    ))}
    <View className="scan__line" />
  </View>
)
