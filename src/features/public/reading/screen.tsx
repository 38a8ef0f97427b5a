import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { goAnew, paths } from '../../../services/pages/paths'
import { Guard } from '../../../ui/read/guard'
import { TopBar } from '../../../ui/read/top-bar'
import { sizesOf } from './sizes'
import { useReading } from './use-reading'

/** The root of every page: sizes, safe edges, one column. Without a `title` the page brings its own top. */
export function Screen({ title, children }: { title?: string; children: ReactNode }) {
  const reading = useReading()
  return (
    <View className={`screen${reading.elder ? ' screen--elder' : ''}`} style={sizesOf(reading)}>
      {title !== undefined && <TopBar title={title} />}
      <View className="screen__page" role="main">
        <Guard wayOut={() => goAnew(paths.home)}>{children}</Guard>
      </View>
    </View>
  )
}
