import { View } from '@tarojs/components'
import type { PolicyIcon } from '#domain/county/policy-icons'

/** The drawings of theme/_icons. */
export type IconName =
  PolicyIcon | 'policy' | 'news' | 'suggest' | 'report' | 'me' | 'home' | 'looks' | 'correct' | 'family' | 'phone' | 'copy'

/** Beside words that say the same; never alone. */
export const Icon = ({ name }: { name: IconName }) => <View className={`icon icon--${name}`} aria-hidden="true" />
