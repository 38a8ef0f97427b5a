import { View } from '@tarojs/components'

/** What was done, one below the other: when, what, and what was said with it. The first is the oldest. */
export const Timeline = ({ steps }: { steps: readonly { when: string; what: string; words?: string | undefined }[] }) => (
  <View className="timeline">
    {steps.map(({ when, what, words }, i) => (
      <View key={i} className="timeline__one">
        <View className="timeline__what">
          <View>{what}</View>
          <View className="timeline__when">{when}</View>
        </View>
        {words !== undefined && <View className="timeline__words">{words}</View>}
      </View>
    ))}
  </View>
)
