import type { ReactNode } from 'react'
import { View } from '@tarojs/components'

/** A sentence that must not be overlooked. `plain` informs, `needs-you` asks, `wrong` says that something failed. */
export const Notice = ({ id, kind = 'plain', children }: { id?: string; kind?: 'plain' | 'needs-you' | 'wrong'; children: ReactNode }) => (
  <View id={id} className={`notice notice--${kind}`} role={kind === 'wrong' ? 'alert' : 'note'}>
    {children}
  </View>
)
