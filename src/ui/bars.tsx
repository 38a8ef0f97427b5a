import { View } from '@tarojs/components'

/** `whole` stands behind `part`, both in the same unit. */
export interface Bar { label: string; whole: number; part: number }

/** Columns from Views alone. `words` says the same to those who cannot see it. */
export function Bars({ bars, words }: { bars: readonly Bar[]; words: string }) {
  const highest = Math.max(1, ...bars.map(({ whole }) => whole))
  const share = (amount: number) => `${Math.round((amount / highest) * 100)}%`
  return (
    <View className="bars" role="img" aria-label={words}>
      {bars.map(({ label, whole, part }, i) => (
        <View key={label} className="bars__column" aria-hidden="true">
          <View className="bars__field">
            <View className={`bars__whole${part < whole ? ' bars__whole--short' : ''}`} style={{ height: share(whole) }} />
            <View className="bars__part" style={{ height: share(part) }} />
          </View>
          <View className={`bars__label${(bars.length - 1 - i) % 2 === 1 ? ' bars__label--spare' : ''}`}>{label}</View>
        </View>
      ))}
    </View>
  )
}
