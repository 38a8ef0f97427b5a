import { View } from '@tarojs/components'
import type { ArticleCard } from '#contract/bulletin/actions'

/** 谁能领 · 领多少 · 怎么领. */
export function ThreeLines({ of }: { of: Pick<ArticleCard, 'who' | 'howMuch' | 'howToAsk'> }) {
  const lines = [
    ['谁能领', of.who],
    ['领多少', of.howMuch],
    ['怎么领', of.howToAsk],
  ] as const
  return (
    <View className="three">
      {lines.map(
        ([question, answer]) =>
          answer !== undefined && (
            <View key={question} className="three__line">
              <View className="three__question">{question}</View>
              <View className="three__answer">{answer}</View>
            </View>
          ),
      )}
    </View>
  )
}
