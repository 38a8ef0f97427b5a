import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Heading } from './heading'

/** One part of a page on white paper, with its name and perhaps something to do beside it. */
export const Card = ({ title, aside, children }: { title?: string; aside?: ReactNode; children: ReactNode }) => (
  <View className="card">
    {title !== undefined && (
      <View className="card__top">
        <Heading level={2}>{title}</Heading>
        {aside}
      </View>
    )}
    {children}
  </View>
)
