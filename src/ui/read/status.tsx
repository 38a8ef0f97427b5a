import { Text, View } from '@tarojs/components'

export type StatusKind = 'done' | 'needs-you' | 'waiting' | 'neither'

const marks: Record<StatusKind, string> = { done: '✓', 'needs-you': '!', waiting: '…', neither: '–' }

const Shape = ({ kind }: { kind: StatusKind }) => (
  <View className="status__shape" aria-hidden="true">
    <Text className="status__mark">{marks[kind]}</Text>
  </View>
)

/** The shape alone, beside words that say it. */
export const Mark = ({ kind }: { kind: StatusKind }) => (
  <View className={`status status--${kind}`}>
    <Shape kind={kind} />
  </View>
)

/** A state as a shape and a word, so that colour never speaks alone: disc, diamond, ring; a square for what is neither good nor bad. */
export const Status = ({ kind, words }: { kind: StatusKind; words: string }) => (
  <View className={`status status--${kind}`}>
    <Shape kind={kind} />
    <Text className="status__words">{words}</Text>
  </View>
)
