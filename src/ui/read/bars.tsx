import { View } from '@tarojs/components'

/** `whole` stands behind `part`, both in the same unit. `odd`: not as it should be; carries a sign of its own. */
export interface Bar {
  label: string
  whole: number
  part: number
  odd: boolean
}

/** Every third label from the newest on: in the largest letters on the narrowest phone they do not touch. */
const labelled = (i: number, count: number) => (count - 1 - i) % 3 === 0

/** Columns from Views alone. `words` says the same to those who cannot see it. */
export function Bars({ bars, words }: { bars: readonly Bar[]; words: string }) {
  const highest = Math.max(1, ...bars.map(({ whole }) => whole))
  const share = (amount: number) => `${Math.round((amount / highest) * 100)}%`
  return (
    <View className="bars" role="img" aria-label={words}>
      {bars.map(({ label, whole, part, odd }, i) => (
        <View key={i} className="bars__column" aria-hidden="true">
          <View className="bars__field">
            <View className={`bars__whole${part < whole ? ' bars__whole--short' : ''}`} style={{ height: share(whole) }} />
            <View className="bars__part" style={{ height: share(part) }} />
            {odd && (
              <View className="bars__odd" style={{ bottom: share(whole) }}>
                !
              </View>
            )}
          </View>
          <View className="bars__label">{labelled(i, bars.length) ? label : ''}</View>
        </View>
      ))}
    </View>
  )
}
