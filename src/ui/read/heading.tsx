import type { ReactNode } from 'react'
import { View } from '@tarojs/components'

/** 1 names the page, 2 a part of it, 3 a group within. */
export const Heading = ({ level, children }: { level: 1 | 2 | 3; children: ReactNode }) => (
  <View className={`heading heading--${level}`} role="heading" aria-level={level}>
    {children}
  </View>
)
